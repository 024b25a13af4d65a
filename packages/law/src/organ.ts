import type { Outcome, RemedyBlock } from './grounds.js'
import type { Channel } from './ogi/index.js'

/** Kinds of organ, as far as review and jurisdiction tell them apart (复议法 24–28, 行诉法 14–15). */
export const organTypes = [
  'countyDepartment',
  'cityDepartment',
  'provincialDepartment',
  'ministry',
  'township',
  'countyGovernment',
  'cityGovernment',
  'provincialGovernment',
  'dispatchedOffice',
  'dispatchedUnit',
  'authorisedOrganisation',
  'verticalDepartment',
  'justiceDepartment',
  'governmentOffice',
] as const
export type OrganType = (typeof organTypes)[number]

/** What the product knows of an organ; everything a letter or a remedy prints of it. */
export interface Organ {
  readonly name: string
  readonly type: OrganType
  /** 代字 in 文号: 青自然资. */
  readonly prefix: string
  /** Code in the register numbers. */
  readonly code: string
  readonly department: string
  readonly address: string
  readonly postcode: string
  readonly telephone: string
  readonly hours: string
  /** The 人民政府 at the organ's own level (for a 派出机关: the one that set it up). */
  readonly government: string
  /** The 人民政府 one level up. */
  readonly higherGovernment: string | null
  /** The department one level up. */
  readonly higherDepartment: string | null
  /** Overrides the review organ computed from the type. */
  readonly reconsiderationOrgan: string | null
  /** Court set by local centralised jurisdiction; null prints 有管辖权的人民法院. */
  readonly court: string | null
  /** Where reconsideration can be applied for online; must be told in replies served electronically (复议法 22.2). */
  readonly reviewOnlineUrl: string | null
  /** Where applicants file and look up; printed on the receipt. */
  readonly portalUrl: string | null
  /** Channels with the day each was published; in person and by post need no publication. */
  readonly channels: Partial<Record<Channel, string>>
}

/** Settings of an organ for what the law leaves open; each with its rule and reading (contract §6). */
export interface Settings {
  /** When a consultation starts to suspend: the letter's dispatch, or its service (A3). */
  readonly suspensionBasis: 'dispatch' | 'service'
  /** An online request counts from submission (R13); false only with a published note. */
  readonly autoConfirmOnline: boolean
  /** Working days for the applicant to correct (R24: 5–30). */
  readonly correctionPeriodWorkingDays: number
  /** Correction notices before the case must be judged (R26). */
  readonly correctionRounds: number
  /** Working days for the applicant to give reasons under article 35 (R34). */
  readonly reasonsPeriodWorkingDays: number
  /** Another remedy block for an outcome (A8). */
  readonly remedyBlock: Partial<Record<Outcome, RemedyBlock>>
}

/** The readings recommended by the rulebook; an organ may set others from a day on. */
export const defaultSettings: Settings = {
  suspensionBasis: 'dispatch',
  autoConfirmOnline: true,
  correctionPeriodWorkingDays: 10,
  correctionRounds: 1,
  reasonsPeriodWorkingDays: 10,
  remedyBlock: {},
}

/** What each setting rests on, for `config` and the administrator's page. */
export const settingNotes: Readonly<Record<keyof Settings, { rule: string; zh: string }>> = {
  suspensionBasis: { rule: 'A3', zh: '征求意见期间自发出（dispatch）或者自送达（service）起不计入答复期限' },
  autoConfirmOnline: { rule: 'R13', zh: '网上提交成功即视为双方确认；设为 false 须在页面和指南中事先公布' },
  correctionPeriodWorkingDays: { rule: 'R24', zh: '申请人补正的期限，工作日，5 至 30' },
  correctionRounds: { rule: 'R26', zh: '告知补正的次数；再次告知须经批准并说明理由' },
  reasonsPeriodWorkingDays: { rule: 'R34', zh: '申请人说明理由的期限，工作日，5 至 30' },
  remedyBlock: { rule: 'A8', zh: '按结论改用其他救济告知' },
}
