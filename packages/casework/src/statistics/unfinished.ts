import { addDays, type Day, type DueKind, daysBetween, type State } from '@zhiqing/law'

/** A case that is not finished, as the running picture needs it: columns of its row, and what is due in it. */
export interface Unfinished {
  readonly organ: string
  readonly id: string
  readonly number: string | null
  readonly state: State
  readonly officer: string | null
  readonly arrivedOn: Day
  /** Null while unconfirmed. */
  readonly receivedOn: Day | null
  /** Sent, but not served yet. */
  readonly closedOn: Day | null
  readonly due: readonly { readonly what: DueKind; readonly dueOn: Day | null }[]
}

/** The days a picture is looked at on; `soon` is three working days on (seed 000: 日常监测). */
export interface LookedOn {
  readonly today: Day
  readonly soon: Day
}

/** Why a clock stands: the words shown to people. */
const reasons: readonly (readonly [zh: string, stands: (one: Unfinished) => boolean])[] = [
  ['待补正', ({ state }) => state === 'awaitingCorrection'],
  ['待缴费', ({ state }) => state === 'awaitingPayment'],
  ['征求第三方意见', ({ due }) => due.some(({ what }) => what === 'thirdPartyOpinion')],
  ['征求其他机关意见', ({ due }) => due.some(({ what }) => what === 'organOpinion')],
]

const replyDue = ({ due }: Unfinished): Day | null => due.find(({ what }) => what === 'reply')?.dueOn ?? null

/** Null for a case whose clock runs. */
export const standsBecause = (one: Unfinished): string | null =>
  replyDue(one) ? null : (reasons.find(([, stands]) => stands(one))?.[0] ?? null)

/** Calendar days since receipt, from and to; the last is open. */
const ages: readonly (readonly [zh: string, most: number])[] = [
  ['7日以内', 7],
  ['8至20日', 20],
  ['21至30日', 30],
  ['31至60日', 60],
  ['60日以上', Number.POSITIVE_INFINITY],
]

export interface OpenFigures {
  readonly open: number
  readonly dueSoon: number
  readonly overdue: number
  readonly standing: number
}

export interface OpenPicture extends OpenFigures {
  readonly reasons: readonly { readonly zh: string; readonly count: number }[]
  readonly ageing: readonly { readonly zh: string; readonly count: number }[]
  readonly officers: readonly (OpenFigures & { readonly organ: string; readonly officer: string | null })[]
  readonly organs: readonly (OpenFigures & { readonly organ: string })[]
}

const figuresOf = (cases: readonly Unfinished[], { today, soon }: LookedOn): OpenFigures => {
  const days = cases.map(replyDue)
  return {
    open: cases.length,
    dueSoon: days.filter((one) => one !== null && one >= today && one <= soon).length,
    overdue: days.filter((one) => one !== null && one < today).length,
    standing: cases.filter((one) => standsBecause(one) !== null).length,
  }
}

const grouped = <Key>(cases: readonly Unfinished[], keyOf: (one: Unfinished) => Key): [Key, Unfinished[]][] => {
  const groups = new Map<string, [Key, Unfinished[]]>()
  for (const one of cases) {
    const key = keyOf(one)
    const name = JSON.stringify(key)
    const group = groups.get(name) ?? [key, []]
    group[1].push(one)
    groups.set(name, group)
  }
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

const ageOf = ({ receivedOn }: Unfinished, today: Day): string => {
  const age = receivedOn ? daysBetween(receivedOn, today) : 0
  return ages.find(([, most]) => age <= most)?.[0] ?? ''
}

const isOpen = ({ receivedOn, closedOn }: Unfinished): boolean => receivedOn !== null && closedOn === null

/** What is open now: due soon, overdue, standing and why, how old, whose (条例 45; seeds 000, 004). */
export const openPicture = (all: readonly Unfinished[], on: LookedOn): OpenPicture => {
  const cases = all.filter(isOpen)
  const count = (zh: string, which: (one: Unfinished) => boolean) => ({ zh, count: cases.filter(which).length })
  return {
    ...figuresOf(cases, on),
    reasons: reasons.map(([zh]) => count(zh, (one) => standsBecause(one) === zh)),
    ageing: ages.map(([zh]) => count(zh, (one) => ageOf(one, on.today) === zh)),
    officers: grouped(cases, ({ organ, officer }) => ({ organ, officer })).map(([key, of]) => ({
      ...key,
      ...figuresOf(of, on),
    })),
    organs: grouped(cases, ({ organ }) => ({ organ })).map(([key, of]) => ({ ...key, ...figuresOf(of, on) })),
  }
}

/** How many of the cases now open will be carried into the next year if each is answered on its last day. */
export const carriedIfOnTime = (all: readonly Unfinished[], yearEnd: Day): number =>
  all.filter(isOpen).filter((one) => {
    const due = replyDue(one)
    return due === null || due > yearEnd
  }).length

/** One thing of a case that is to be put right. */
export interface LedgerCheck {
  readonly organ: string
  readonly id: string
  readonly number: string | null
  readonly code: 'unconfirmed' | 'unregistered' | 'unassigned' | 'overdue' | 'lapseDue' | 'opinionLate' | 'unserved'
  readonly zh: string
}

type Checked = readonly [code: LedgerCheck['code'], zh: string, when: (one: Unfinished, today: Day) => boolean]

const isPast = (one: Unfinished, kinds: readonly DueKind[], today: Day): boolean =>
  one.due.some(({ what, dueOn }) => kinds.includes(what) && dueOn !== null && dueOn < today)

/** Days after dispatch by which service is on file or asked after; ours, no article sets them [I]. */
const serviceDays = 15

const checks: readonly Checked[] = [
  [
    'unconfirmed',
    '平信、传真等还没有与申请人确认收到',
    (one, today) => one.receivedOn === null && one.arrivedOn < today,
  ],
  ['unregistered', '收到之后没有登记', (one, today) => one.state === 'received' && (one.receivedOn ?? today) < today],
  [
    'unassigned',
    '还没有确定经办人',
    (one) => one.state !== 'pendingConfirmation' && one.closedOn === null && one.officer === null,
  ],
  ['overdue', '超过答复期限，还没有答复', (one, today) => isPast(one, ['reply'], today)],
  ['lapseDue', '补正或者缴费期限已过，还没有认定', (one, today) => isPast(one, ['correctionReply', 'payment'], today)],
  ['opinionLate', '征求意见期限已过，还没有意见，也没有催办', (one, today) => isPast(one, ['organOpinion'], today)],
  [
    'unserved',
    `答复发出超过${serviceDays}日，没有送达记录`,
    (one, today) => one.closedOn !== null && addDays(one.closedOn, serviceDays) < today,
  ],
]

/** 每月检查台账 (seed 001 四(三)): what is to be put right, case by case. */
export const ledgerChecks = (all: readonly Unfinished[], today: Day): LedgerCheck[] =>
  all.flatMap((one) =>
    checks
      .filter(([, , when]) => when(one, today))
      .map(([code, zh]) => ({ organ: one.organ, id: one.id, number: one.number, code, zh })),
  )
