import { provisionalYears } from '../calendar/index.js'
import { correctionReplyPeriod } from '../ogi/article-30.js'

/**
 * How the house reads what the rulebook marks as open, where no organ may read it otherwise: told beside the settings, with the
 * rule, the reason why it is none, and where it is coded (`path#word`, as in rules).
 */
export interface FixedReading {
  readonly rule: string
  readonly zh: string
  readonly reading: string
  /** Why it is not an organ's to set. */
  readonly why: string
  readonly where: string
}

const { least, most } = correctionReplyPeriod

/** Of the rulebook's ambiguities A1–A18 those that are no setting, and two limits within which settings move. */
export const fixedReadings: readonly FixedReading[] = [
  {
    rule: 'C4',
    zh: '没有放假安排的年份推算多远',
    reading: `没有公布放假安排的年份只给暂定日期，推算到最后一份安排所在年份之后第${provisionalYears}年的12月31日；再远的和2019年以前的，不答`,
    why: '工作日历是各机关共用的一份，由放假安排生成；推算得远些近些，不改变任何一个期限，只改变多远的日期还给得出暂定的推算',
    where: 'packages/law/src/calendar/calendar.ts#provisionalYears',
  },
  {
    rule: 'R24',
    zh: '补正期限的范围',
    reading: `条例第三十条要求补正期限合理：逐件填写的和机关设置的默认期限，都在${least}至${most}个工作日之内`,
    why: '这是对“合理”的底线解释，机关在范围之内设定；范围本身也由机关改，就没有底线了',
    where: 'packages/law/src/ogi/article-30.ts#correctionReplyPeriod',
  },
  {
    rule: 'A1',
    zh: '收到之日落在节假日',
    reading: '收到之日不变，答复期限自其后第一个工作日数起',
    why: '把收到之日推到下一个工作日，等于给机关多一天，没有依据',
    where: 'packages/law/src/calendar/calendar.ts#addWorkingDays',
  },
  {
    rule: 'A4',
    zh: '过了7个工作日才告知补正',
    reading: '须由负责人写明理由；收到补正后重新计算答复期限，原答复期限继续作为从严的期限提示',
    why: '重新计算在条例中没有附条件，迟延告知又是程序瑕疵：两样都要如实写明，没有可供选择的',
    where: 'packages/casework/src/commands/correction.ts#correctionTooLate',
  },
  {
    rule: 'A7',
    zh: '告知延迟答复之后又征求意见',
    reading: '已经告知申请人的日期不变，征求意见的时间不再扣除',
    why: '日期是机关自己选定并告知申请人的，不能因为内部的安排再推后',
    where: 'packages/law/src/clock/run.ts#deferredUntil',
  },
  {
    rule: 'A10',
    zh: '报有关部门确定能否公开是否停算',
    reading: '只有依条例第三十三条第三款书面征求其他机关意见的停算；本机关内部的保密审查、请示，期限照算',
    why: '条例第三十三条第三款列明了不计算在内的时间，条例第十七条的审查不在其中',
    where: 'packages/casework/src/commands/consultation.ts#consultOrgan',
  },
  {
    rule: 'A11',
    zh: '处理结果计入哪一年的报告',
    reading: '按答复发出之日；不再处理、撤回和记录终结的，按办结之日',
    why: '上年结转要等于上年的第四项，口径只能有一个',
    where: 'packages/law/src/annual-report/counted.ts#placeIn',
  },
  {
    rule: 'A12',
    zh: '一件申请有几项、各项结果不同',
    reading: '可以拆分为几件分别计；不拆分的为一件，只计一个结果',
    why: '报表规定一件申请只填一格（规则R96）',
    where: 'packages/casework/src/commands/split.ts#splitRequest',
  },
  {
    rule: 'A13',
    zh: '撤回、共同申请、申请人死亡或者终止',
    reading: '撤回、死亡或者终止而没有人承受的，计入其他处理；共同申请为一件，按第一申请人计',
    why: '条例没有规定；报表各机关要用同一口径',
    where: 'packages/law/src/grounds.ts#applicantCeased',
  },
  {
    rule: 'A14',
    zh: '按件收费的当月件数',
    reading:
      '按申请人当月向本机关提出的申请计算，由登记自动得出；经办人另行查明填写的以填写的为准，与登记不同时提示核对',
    why: '信息处理费由各机关收取；各机关的登记互相看不到，也不应当为收费去看申请人向别的机关提出过什么，所以不提供全政府合计的选项',
    where: 'db/src/store/open-case.ts#requests_this_month',
  },
  {
    rule: 'A15',
    zh: '乡镇人民政府、街道办事处的年度报告',
    reading: '同部门一样编制本机关的年度报告，1月31日以前公布',
    why: '条例第四十九条写明部门和政府，各地都要求乡镇、街道编制',
    where: 'packages/law/src/annual-report/hand-in.ts#governments',
  },
  {
    rule: 'A17',
    zh: '电子邮件答复算不算送达',
    reading: '申请人选择电子方式的才可以电子送达，以发出之日为送达之日；没有选择的不得以电子方式送达',
    why: '送达方式由申请人选择（条例第四十条），机关不能替他选',
    where: 'packages/casework/src/letters/electronic.ts#choseElectronic',
  },
  {
    rule: 'A18',
    zh: '2019年5月15日以前收到的申请',
    reading: '适用修订前的条例，只作为历史，不在本系统办理',
    why: '修订前的期限和程序不同，办结已久',
    where: 'packages/casework/src/commands/receive-request.ts#effective',
  },
]
