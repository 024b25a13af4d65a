import type { DueKind, Role } from '@zhiqing/law'
import type { FactType } from '../facts.js'

/**
 * Whom a fact concerns: who has the case in hand, who is named in the fact itself, everybody of the organ with one of these
 * roles. Only what an applicant brought online is news to who would else have entered it.
 */
export interface Concerned {
  readonly facts: readonly FactType[]
  readonly officer?: true | undefined
  readonly named?: true | undefined
  readonly roles?: readonly Role[] | undefined
  readonly byApplicant?: true | undefined
}

/** One kind of news, in words. */
export interface NoticeKindRow {
  readonly zh: string
  readonly from: readonly Concerned[]
}

const asks = (...facts: FactType[]): Concerned => ({ facts, officer: true })

/**
 * Everything an office is told of by itself: the one place where it is said which fact is news to whom. What somebody did
 * himself is no news to him. Due days are no facts: see `dueSoon` and `overdue`, which are read off the days.
 */
const factKinds = {
  assigned: { zh: '案件指派给您', from: [{ facts: ['OfficerAssigned', 'RequestRegistered'], named: true }] },
  arrived: {
    zh: '收到新的申请',
    from: [{ facts: ['RequestArrived', 'RequestReceived'], roles: ['registrar'], byApplicant: true }],
  },
  returned: { zh: '审核退回，需要修改', from: [asks('DraftReturned')] },
  toReview: { zh: '等待审核', from: [{ facts: ['DraftSubmitted'], roles: ['legalReviewer'] }] },
  toSign: { zh: '等待签发', from: [{ facts: ['DraftApproved'], roles: ['signatory'] }] },
  task: { zh: '有新的协查任务', from: [{ facts: ['AssistanceRequested'], roles: ['assistant'] }] },
  opinion: {
    zh: '征求的意见、协查有了结果',
    from: [asks('OpinionReceived', 'OpinionFiled', 'ConsultationReturned', 'ConsultationLapsed', 'AssistanceGiven')],
  },
  correction: { zh: '申请人补正、说明理由', from: [asks('CorrectionReceived', 'ReasonsReceived')] },
  applicant: {
    zh: '申请人缴费、撤回或者反映情况',
    from: [asks('PaymentReceived', 'RequestWithdrawn', 'ItemsWithdrawn', 'ApplicantTold')],
  },
  suggestion: {
    zh: '申请人建议主动公开',
    from: [{ facts: ['PublicationSuggested'], roles: ['officeHead'] }],
  },
  remedy: {
    zh: '提起复议、诉讼、投诉，或者申请更正',
    from: [
      {
        facts: [
          'ReconsiderationFiled',
          'LitigationFiled',
          'LitigationAppealed',
          'ComplaintFiled',
          'RectificationFiled',
          'RedoOrdered',
        ],
        officer: true,
        roles: ['remedyClerk'],
      },
    ],
  },
  supervision: {
    zh: '主管部门催办、督办',
    from: [{ facts: ['CaseChased', 'SupervisionOrdered'], officer: true, roles: ['officeHead'] }],
  },
  calendar: { zh: '放假安排使期限变动', from: [asks('CalendarChanged')] },
} as const satisfies Readonly<Record<string, NoticeKindRow>>

const dayKinds = {
  dueSoon: { zh: '期限将至', from: [] },
  overdue: { zh: '已过期限', from: [] },
  report: { zh: '年度报告还没有公布', from: [] },
} as const satisfies Readonly<Record<string, NoticeKindRow>>

/** Every kind of notice, with its words. */
export const noticeKinds = { ...factKinds, ...dayKinds } as const
export type NoticeKind = keyof typeof noticeKinds
export type FactNoticeKind = keyof typeof factKinds
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[]

const rows = Object.entries(factKinds) as [FactNoticeKind, NoticeKindRow][]

/** The kind of news a fact is; undefined for one that is news to nobody. */
export const noticeKindOf = (type: FactType): FactNoticeKind | undefined =>
  rows.find(([, { from }]) => from.some(({ facts }) => facts.includes(type)))?.[0]

/** What is news to somebody, as a question to the ledgers: types of facts by why they concern him. */
export interface NewsQuestion {
  /** In cases he has in hand. */
  readonly officer: readonly FactType[]
  /** That name him. */
  readonly named: readonly FactType[]
  /** In all cases of the organ. */
  readonly everywhere: readonly FactType[]
  /** In all cases of the organ, where the applicant did it. */
  readonly byApplicant: readonly FactType[]
}

const chosen = (kinds: readonly NoticeKind[]): readonly Concerned[] =>
  rows.flatMap(([kind, { from }]) => (kinds.includes(kind) ? from : []))

/** The facts that are news to who holds these roles, of these kinds of notice. */
export const newsFor = (roles: readonly Role[], kinds: readonly NoticeKind[] = noticeKindNames): NewsQuestion => {
  const all = chosen(kinds)
  const facts = (wanted: (one: Concerned) => boolean): FactType[] =>
    all.filter(wanted).flatMap(({ facts: types }) => types)
  const mine = (one: Concerned): boolean => one.roles?.some((role) => roles.includes(role)) ?? false
  const officer = roles.includes('officer')
  return {
    officer: facts((one) => officer && one.officer === true),
    named: facts((one) => officer && one.named === true),
    everywhere: facts((one) => mine(one) && !one.byApplicant),
    byApplicant: facts((one) => mine(one) && one.byApplicant === true),
  }
}

/** Is anything at all news to these roles? Asked before the ledgers are. */
export const hasNews = ({ officer, named, everywhere, byApplicant }: NewsQuestion): boolean =>
  officer.length + named.length + everywhere.length + byApplicant.length > 0

/** Days that the organ itself has to keep: of these it is told before they come, and after. */
const ownDuties: readonly DueKind[] = [
  'reply',
  'redo',
  'reconsiderationAnswer',
  'litigationAnswer',
  'appeal',
  'rectification',
  'supervision',
]

/** Whose days somebody watches: those of the cases in his hands, certain ones of every case, or all of the organ. */
export interface DaysQuestion {
  readonly officer: readonly DueKind[]
  readonly everywhere: readonly DueKind[]
}

const watched: Partial<Record<Role, readonly DueKind[]>> = {
  assistant: ['assistance'],
  remedyClerk: ['reconsiderationAnswer', 'litigationAnswer', 'appeal', 'redo', 'rectification'],
  officeHead: ownDuties,
}

export const daysFor = (roles: readonly Role[]): DaysQuestion => ({
  officer: roles.includes('officer') ? [...ownDuties, 'assistance'] : [],
  everywhere: [...new Set(roles.flatMap((role) => watched[role] ?? []))],
})

/** A day is near from this many working days before it (issue: due within three days). */
export const soonWorkingDays = 3
