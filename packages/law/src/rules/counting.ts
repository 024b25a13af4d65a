import { type Rule, rule } from './rule.js'

/** C1–C10：期限怎样计算 */
export const countingRules: readonly Rule[] = [
  rule('C1', ['civil:201'], '日期是东八区的日历日，不是时刻', { where: ['packages/law/src/day.ts#Day'] }),
  rule('C2', ['ogi:33'], '工作日以国务院办公厅的放假安排为准，调休上班的日子是工作日', {
    where: ['packages/law/src/calendar/table.ts#buildTable'],
  }),
  // 民族自治地方 may add holidays of their own (放假办法 4): there is no table for them, and their days count as working days here
  rule(
    'C3',
    ['ogi:33'],
    '新的或者修改的全国安排导入后，列出受影响的案件；民族自治地方自行规定的假日没有录入，按工作日计算',
    {
      where: ['packages/cli/src/commands/calendar-import.ts#movedBy'],
    },
  ),
  rule('C4', ['ogi:33'], '没有公布安排的年份只给暂定日期，年末几天也暂定；再远不答', {
    refusals: ['calendarUnknown'],
    where: ['packages/law/src/calendar/calendar.ts#provisionalYears'],
  }),
  rule('C5', ['civil:201', 'ogi:33'], '自某日起的工作日：当日不计，自次日起数', {
    where: ['packages/law/src/calendar/calendar.ts#addWorkingDays'],
  }),
  rule('C6', ['ogi:31'], '收到之日落在假日的，日期不变，自其后第一个工作日数起', {
    where: ['packages/law/src/calendar/table.ts#buildTable'],
  }),
  rule(
    'C7',
    ['civil:201', 'civil:202', 'civil:203'],
    '自然日、月：当日不计；月末没有对应日的为月末；最后一日是假日的顺延，调休上班的周六不顺延',
    { where: ['packages/law/src/calendar/periods.ts#addCalendarMonths'] },
  ),
  rule('C8', ['reconsideration:88'], '复议法的三日、五日、七日、十日是工作日', {
    where: ['packages/law/src/remedies/proceedings.ts#reconsiderationAnswerDue'],
  }),
  rule('C9', ['ogi:33'], '答复期限由起算日、延长和停算的并集算出，任何时候重算都一样', {
    where: ['packages/law/src/clock/run.ts#runClock'],
  }),
  rule(
    'C10',
    ['ogi:30', 'ogi:32', 'ogi:33', 'ogi:34', 'fee:6'],
    '补正、缴费重新起算；征求意见停算；协查会商照算；延长加日',
    { where: ['packages/law/src/clock/verbs.ts#ClockVerb'] },
  ),
]
