import {
  type Case,
  type CommandName,
  handle,
  memoryStore,
  parseCommand,
  replyClock,
  usualRole,
} from '@zhiqing/casework'
import { type Calendar, CalendarUnknown, type Clock, type Day, type Organ, type Settings } from '@zhiqing/law'
import { dayTyped, isEmptyDay, type TypedDay } from '../look/day-boxes.js'
import type { Fault } from '../look/fault.js'

/** What may have come between, each by the names of its boxes; days of one pair go from and to. */
export const between = ['corrected', 'paid', 'asked'] as const
export type Between = (typeof between)[number]

/** As typed: the day of receipt, pairs of days, and an extension with the day it was told. */
export interface Asked {
  readonly received: TypedDay
  readonly pairs: Readonly<Record<Between, { readonly from: TypedDay; readonly to: TypedDay }>>
  readonly extended: { readonly workingDays: string; readonly on: TypedDay }
}

/** What came of it: a case as the service would have it, or what is wrong. */
export interface Reckoned {
  readonly faults: readonly Fault[]
  readonly clock: Clock | null
}

/** Where it is played: any organ will do, its name stands nowhere. */
export interface Stage {
  readonly organ: Organ
  readonly settings: Settings
  readonly calendar: Calendar
}

interface Act {
  readonly on: Day
  readonly do: CommandName
  readonly input: object
  /** The box a refusal belongs to. */
  readonly path: string
}

const noSuchDay = '没有这一天，请看看年、月、日写得对不对'

const acts: Readonly<Record<Between, readonly [from: Pick<Act, 'do' | 'input'>, to: Pick<Act, 'do' | 'input'>]>> = {
  corrected: [
    { do: 'requestCorrection', input: { items: ['需要补正'], guidance: '可以写明名称或者文号' } },
    { do: 'receiveCorrection', input: { content: '补正' } },
  ],
  paid: [
    { do: 'chargeFee', input: { basis: 'perRequest', monthlyCount: 11 } },
    { do: 'recordPayment', input: { amount: 0 } },
  ],
  asked: [
    { do: 'consultThirdParty', input: { id: '第三方', party: '第三方', interest: '合法权益' } },
    { do: 'recordOpinion', input: { id: '第三方', opinion: 'consent' } },
  ],
}

/** A typed day as an act; nothing for empty boxes, a fault for a day that is none. */
const actOn = (typed: TypedDay, path: string, what: Pick<Act, 'do' | 'input'>): Act | Fault | undefined => {
  if (isEmptyDay(typed)) return undefined
  const on = dayTyped(typed)
  return on ? { ...what, on, path } : { path, zh: noSuchDay }
}

const extension = ({ extended: { workingDays, on } }: Asked): Act | Fault | undefined => {
  if (!workingDays && isEmptyDay(on)) return undefined
  if (!/^\d{1,3}$/.test(workingDays)) return { path: 'extended.workingDays', zh: '请写延长几个工作日，只写数字' }
  const what = { do: 'extendReply', input: { workingDays: Number(workingDays), reason: '需要延长' } } as const
  return isEmptyDay(on) ? { path: 'extended.year', zh: '请写哪一天告知延长的' } : actOn(on, 'extended.year', what)
}

const isAct = (one: Act | Fault | undefined): one is Act => one !== undefined && 'do' in one
const isFault = (one: Act | Fault | undefined): one is Fault => one !== undefined && 'zh' in one

/** What begins a day comes before what ends on it, and everything after the receipt. */
const inOrder = (all: readonly Act[]): Act[] => all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** The acts one after the other through the very code of the service and of `simulate`; the first refusal ends it. */
const played = async (all: readonly Act[], stage: Stage): Promise<{ current: Case } | Fault> => {
  const store = memoryStore(stage)
  let id: string | undefined
  for (const { on, do: name, input, path } of all) {
    const current = id === undefined ? undefined : store.read(id)?.current
    const full = name === 'recordPayment' ? { ...input, amount: current?.fee?.amount ?? 1 } : input
    const parsed = parseCommand(name, full)
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.faults)}`)
    const actor = { role: name === 'extendReply' ? 'officeHead' : usualRole(name, parsed.input) } as const
    const answer = await handle(store, {
      organ: stage.organ.code,
      caseId: id,
      command: name,
      input: parsed.input,
      on,
      actor,
    })
    if (!answer.ok) return { path, zh: 'refusal' in answer ? answer.refusal.zh : answer.unfit }
    id ??= answer.id
  }
  const current = id === undefined ? undefined : store.read(id)?.current
  if (!current) throw new Error('played nothing')
  return { current }
}

const receipt = (on: Day): Act[] => [
  {
    on,
    path: 'year',
    do: 'receiveRequest',
    input: { channel: 'inPerson', applicant: { kind: 'natural', name: '某人' }, information: { description: '某事' } },
  },
  { on, path: 'year', do: 'registerRequest', input: {} },
]

/** The reply clock of such a request; neither the calendar nor the law reaches back for ever. */
export const reckon = async (asked: Asked, stage: Stage): Promise<Reckoned> => {
  const on = dayTyped(asked.received)
  const typed = [
    ...between.flatMap((name) => {
      const { from, to } = asked.pairs[name]
      const [begins, ends] = acts[name]
      const lone: Fault[] =
        isEmptyDay(from) && !isEmptyDay(to) ? [{ path: `${name}.from.year`, zh: '请写从哪一天起' }] : []
      return [...lone, actOn(from, `${name}.from.year`, begins), actOn(to, `${name}.to.year`, ends)]
    }),
    extension(asked),
  ]
  const faults = [...(on ? [] : [{ path: 'year', zh: noSuchDay }]), ...typed.filter(isFault)]
  if (!on || faults.length > 0) return { faults, clock: null }
  try {
    const done = await played([...receipt(on), ...inOrder(typed.filter(isAct))], stage)
    if ('zh' in done) return { faults: [done], clock: null }
    return { faults: [], clock: replyClock(done.current, stage) }
  } catch (error) {
    if (error instanceof CalendarUnknown) return { faults: [{ path: 'year', zh: error.message }], clock: null }
    if (error instanceof RangeError)
      return { faults: [{ path: 'year', zh: '这一天太早，还没有这项规定' }], clock: null }
    throw error
  }
}
