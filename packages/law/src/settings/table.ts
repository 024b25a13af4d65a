import type { YearDay } from '../annual-report/hand-in.js'
import { type Outcome, type RemedyBlock, remedyIsOurs } from '../grounds.js'
import { correctionReplyPeriod } from '../ogi/article-30.js'
import { otherOrganChase } from '../ogi/article-34.js'
import { reasonsReplyPeriod } from '../ogi/article-35.js'
import { rectificationPeriod, redoPeriod } from '../remedies/results.js'
import type { Allowed } from './allowed.js'

/** 保管期限 of 文书档案 (国家档案局令8号; rulebook R64). */
export const retentions = ['永久', '30年', '10年'] as const
export type Retention = (typeof retentions)[number]

/** Against no reply at all: review or court as the applicant likes, or review first (rulebook A9). */
export type NoReplyRemedy = 'choice' | 'reconsiderationFirst'

/** After a correction or a payment a whole period runs anew: extended anew, or together with what was before (rulebook A6). */
export type ExtensionAfterRestart = 'anew' | 'together'

/** W4 though no third party was asked: never, or with the reason why nobody could be (条例 32; rulebook R28, T29). */
export type ThirdPartyUnasked = 'refuse' | 'withReason'

/** 信函格式 or 文件格式: the standard allows both for letters of this kind (GB/T 9704-2012 7, 10.1). */
export type LetterFormat = 'letter' | 'document'

/** Settings of an organ for what the law leaves open; each with its rule and reading in {@link settingRows} (contract §6). */
export interface Settings {
  readonly suspensionBasis: 'dispatch' | 'service'
  readonly autoConfirmOnline: boolean
  /** Working days. */
  readonly correctionPeriodWorkingDays: number
  readonly correctionRounds: number
  /** Working days. */
  readonly reasonsPeriodWorkingDays: number
  /** Calendar days. */
  readonly extensionRounds: number
  readonly extensionAfterRestart: ExtensionAfterRestart
  readonly thirdPartyHoldDays: number
  readonly thirdPartyUnasked: ThirdPartyUnasked
  /** Working days. */
  readonly organChaseWorkingDays: number
  /** Working days. */
  readonly rectificationWorkingDays: number
  /** Working days. */
  readonly redoWorkingDays: number
  /** Calendar days. */
  readonly publicNoticeDays: number
  readonly riskChecks: 'block' | 'warn'
  readonly noReplyRemedy: NoReplyRemedy
  readonly remedyBlock: Partial<Record<Outcome, RemedyBlock>>
  readonly retention: Retention
  readonly letterFormat: LetterFormat
  /** Calendar days. */
  readonly draftKeepDays: number
  /** By when departments have their yearly report published; a day of January. */
  readonly reportHandInDay: YearDay
  /** By when a government has; a day of the first quarter. */
  readonly reportGovernmentDay: YearDay
}
export type SettingName = keyof Settings

/** One setting: its name for people, the rule it rests on, how we read that rule, what it may be, what it is unless set. */
export interface SettingRow<Value> {
  readonly zh: string
  readonly rule: string
  readonly reading: string
  readonly allowed: Allowed
  readonly usual: Value
}

const days = (unit: '工作日' | '日' | '次', least: number, most: number): Allowed => ({
  kind: 'days',
  unit,
  least,
  most,
})
const { least, usual, most } = correctionReplyPeriod

/**
 * The one table of settings. Which day decides: the setting in force on the day of the act (`on`). What an act used stands
 * in its fact from then on (the period given for a correction, the basis of a suspension, the remedy told at signing, the
 * retention at archiving), so that a change never rewrites what was done.
 */
export const settingRows: { readonly [Name in SettingName]: SettingRow<Settings[Name]> } = {
  suspensionBasis: {
    zh: '征求意见停止计算期限的起点',
    rule: 'A3',
    reading: '征求意见期间自发出（dispatch）或者自送达（service）起不计入答复期限',
    allowed: { kind: 'choice', values: { dispatch: '自发出', service: '自送达' } },
    usual: 'dispatch',
  },
  autoConfirmOnline: {
    zh: '网上提交成功即视为双方确认',
    rule: 'R13',
    reading: '网上提交成功即视为双方确认；设为“否”须在页面和指南中事先公布',
    allowed: { kind: 'switch' },
    usual: true,
  },
  correctionPeriodWorkingDays: {
    zh: '补正期限',
    rule: 'R24',
    reading: `申请人补正的期限，工作日，${least} 至 ${most}`,
    allowed: days('工作日', least, most),
    usual,
  },
  correctionRounds: {
    zh: '告知补正的次数',
    rule: 'R26',
    reading: '告知补正的次数；再次告知须经批准并说明理由',
    allowed: days('次', 1, 5),
    usual: 1,
  },
  reasonsPeriodWorkingDays: {
    zh: '说明理由的期限',
    rule: 'R34',
    reading: '要求申请人说明理由时给出的期限，工作日；条例没有规定，等候期间答复期限照常计算',
    allowed: days('工作日', reasonsReplyPeriod.least, reasonsReplyPeriod.most),
    usual: reasonsReplyPeriod.usual,
  },
  extensionRounds: {
    zh: '一个答复期限延长的次数',
    rule: 'R35',
    reading: '一个答复期限最多延长几次；条例第三十三条第二款只限合计不超过20个工作日，没有限定次数',
    allowed: days('次', 1, 5),
    usual: 1,
  },
  extensionAfterRestart: {
    zh: '补正、缴费后重新计算的期限能否另行延长',
    rule: 'A6',
    reading:
      '收到补正、缴清信息处理费后，答复期限重新计算。延长附随于答复期限，新的期限可以另行延长（anew）；或者一件申请前后合计，以前延长的次数和日数算在内（together）。责令重新答复的另行计算',
    allowed: { kind: 'choice', values: { anew: '可以另行延长', together: '前后合计' } },
    usual: 'anew',
  },
  thirdPartyHoldDays: {
    zh: '告知第三方后暂缓公开的日数',
    rule: 'R29',
    reading: '第三方不同意仍决定公开的，告知第三方（P06）之后隔几日再提供信息；不得超过答复期限，因此只作提示',
    allowed: days('日', 0, 15),
    usual: 0,
  },
  thirdPartyUnasked: {
    zh: '没有征求意见而以第三方权益为由不予公开',
    rule: 'R28',
    reading:
      '条例第三十二条要求书面征求第三方意见：没有征求的，不得以第三方权益为由不予公开（refuse）；或者第三方已经注销、下落不明等无法征求的，写明原因可以作出（withReason），这时不引第三十二条',
    allowed: { kind: 'choice', values: { refuse: '不得作出', withReason: '写明原因可以作出' } },
    usual: 'refuse',
  },
  organChaseWorkingDays: {
    zh: '催办其他机关意见的期限',
    rule: 'R32',
    reading: '征求其他机关意见，条例没有规定答复期限：送达后满几个工作日提示催办，沉默不视为同意',
    allowed: days('工作日', 1, 30),
    usual: otherOrganChase,
  },
  rectificationWorkingDays: {
    zh: '更正处理的期限',
    rule: 'R80',
    reading: '收到更正申请后处理并告知的期限，工作日；条例没有规定，是机关内部的期限，超过的只作提示',
    allowed: days('工作日', 1, 60),
    usual: rectificationPeriod,
  },
  redoWorkingDays: {
    zh: '重新答复的期限',
    rule: 'R76',
    reading:
      '复议决定、裁判、督办责令重新答复而没有指定期限的，自收到文书之日起几个工作日内答复；法律没有规定，不得超过条例第三十三条第二款的20个工作日；文书指定了期限的，以文书为准',
    allowed: days('工作日', redoPeriod.least, redoPeriod.most),
    usual: redoPeriod.usual,
  },
  publicNoticeDays: {
    zh: '公告送达的日数',
    rule: 'R60',
    reading: '公告送达，自发布之日起满几日视为送达；比照民事诉讼法第九十五条，不少于30日',
    allowed: days('日', 30, 60),
    usual: 30,
  },
  riskChecks: {
    zh: '败诉风险检查对签发的作用',
    rule: 'R52',
    reading: '败诉风险检查未通过时不得签发，除非签发人写明理由（block）；或者只作提示（warn）',
    allowed: { kind: 'choice', values: { block: '不得签发', warn: '只作提示' } },
    usual: 'block',
  },
  noReplyRemedy: {
    zh: '逾期不答复的救济',
    rule: 'A9',
    reading:
      '逾期不予答复的，申请人可以申请行政复议或者提起行政诉讼（choice），或者应当先申请行政复议（reconsiderationFirst）',
    allowed: { kind: 'choice', values: { choice: '复议或者诉讼', reconsiderationFirst: '复议前置' } },
    usual: 'choice',
  },
  remedyBlock: {
    zh: '按结论改用的救济告知',
    rule: 'A8',
    reading:
      '行政查询、加工分析、信访、重复申请、公开出版物（条例第三十六条第六、七项，第三十八条，第三十九条）能否起诉有争议，可以改用其他救济告知；其他结论由法律确定，不能改；以签发之日的设置为准',
    allowed: { kind: 'byOutcome', keys: remedyIsOurs, values: ['RB0', 'RB1', 'RB2'] },
    usual: {},
  },
  retention: {
    zh: '档案保管期限',
    rule: 'R64',
    reading: '归档时记明的保管期限，以本机关经同级档案主管部门审核的归档范围和保管期限表为准',
    allowed: { kind: 'choice', values: Object.fromEntries(retentions.map((one) => [one, one])) },
    usual: '30年',
  },
  letterFormat: {
    zh: '文书的格式',
    rule: 'R52',
    reading:
      '对外文书用信函格式（letter）或者文件格式（document，红头、版记、每页编页码）；党政机关公文格式（GB/T 9704—2012）两种都可以',
    allowed: { kind: 'choice', values: { letter: '信函格式', document: '文件格式' } },
    usual: 'letter',
  },
  draftKeepDays: {
    zh: '草稿保留的日数',
    rule: 'R81',
    reading: '申请人没有提交的草稿，自最后一次填写起保留几日，到期删除；草稿不是申请，不计期限，不入统计',
    allowed: days('日', 1, 90),
    usual: 30,
  },
  reportHandInDay: {
    zh: '各机关公布年度报告的内部期限',
    rule: '条例49',
    reading:
      '条例规定1月31日以前，日期不因节假日顺延；办公室可以定得早一些，主管部门所定的对所主管的机关同样有效，取较早的一天；按此提醒还没有公布的机关',
    allowed: { kind: 'yearDay', first: '01-01', last: '01-31' },
    usual: '01-31',
  },
  reportGovernmentDay: {
    zh: '政府公布年度报告的内部期限',
    rule: '条例49',
    reading: '条例规定3月31日以前，日期不因节假日顺延；办公室可以定得早一些，按此提醒',
    allowed: { kind: 'yearDay', first: '01-01', last: '03-31' },
    usual: '03-31',
  },
}

export const settingNames = Object.keys(settingRows) as SettingName[]

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingRows, name)

const fromRows = <Value>(value: (row: SettingRow<unknown>) => Value): Readonly<Record<SettingName, Value>> =>
  Object.fromEntries(settingNames.map((name) => [name, value(settingRows[name])])) as Record<SettingName, Value>

/** The readings recommended by the rulebook; an organ may set others from a day on. */
export const defaultSettings: Settings = fromRows(({ usual: value }) => value) as unknown as Settings

/** What each setting rests on, for `config` and the administrator's page. */
export const settingNotes: Readonly<Record<SettingName, { rule: string; zh: string }>> = fromRows(
  ({ rule, reading }) => ({ rule, zh: reading }),
)
