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

export const organTypeNames: Readonly<Record<OrganType, string>> = {
  countyDepartment: '县级人民政府的工作部门',
  cityDepartment: '设区的市级人民政府的工作部门',
  provincialDepartment: '省级人民政府的工作部门',
  ministry: '国务院部门',
  township: '乡镇人民政府',
  countyGovernment: '县级人民政府',
  cityGovernment: '设区的市级人民政府',
  provincialGovernment: '省级人民政府',
  dispatchedOffice: '派出机关（街道办事处等）',
  dispatchedUnit: '工作部门的派出机构',
  authorisedOrganisation: '法律、法规授权的组织',
  verticalDepartment: '实行垂直领导的部门',
  justiceDepartment: '司法行政部门',
  governmentOffice: '人民政府的办公厅（室）',
}

/** What the guide of an organ says beside its record (条例 12); kept up to date, with the day of it. */
export interface OrganGuide {
  /** YYYY-MM-DD; printed on the guide. */
  readonly updatedOn: string
  /** 政府信息的分类: kinds of information it keeps, in the words people search with. */
  readonly categories: readonly string[]
  readonly fax?: string | null | undefined
  readonly email?: string | null | undefined
}

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
  /** 派出机构 of a department of a 直辖市 or 设区的市: the 人民政府 where it sits, which may review it too. */
  readonly localGovernment?: string | null | undefined
  /** Overrides the review organ computed from the type. */
  readonly reconsiderationOrgan: string | null
  /** Court set by local centralised jurisdiction; null prints 有管辖权的人民法院. */
  readonly court: string | null
  /** Where reconsideration can be applied for online; must be told in replies served electronically (复议法 22.2). */
  readonly reviewOnlineUrl: string | null
  /** Where applicants file and look up; printed on the receipt. */
  readonly portalUrl: string | null
  /** How the information processing fee is paid here, as the notice L06 prints it; null prints the ordinary way (rulebook R50). */
  readonly waysToPay?: string | null | undefined
  /** Channels with the day each was published; in person and by post need no publication. */
  readonly channels: Partial<Record<Channel, string>>
  /** Where what the organ publishes of its own accord stands (条例 23). */
  readonly disclosureUrl?: string | null | undefined
  readonly guide?: OrganGuide | undefined
}
