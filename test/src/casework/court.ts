import {
  type Answer,
  type CaseView,
  type CommandName,
  type Done,
  handle,
  isCommandName,
  type MemoryStore,
  memoryStore,
  parseCommand,
  type RefusedAnswer,
  usualRole,
} from '@zhiqing/casework'
import { type Calendar, calendarOf, defaultSettings, notices, type Organ, type Role, type Settings } from '@zhiqing/law'
import { off2027 } from '../law/civil-days.js'

/** An office in the fictional 青禾县, and a bench on which commands are put to a case one after the other. */

export const organ: Organ = {
  name: '青禾县自然资源局',
  type: 'countyDepartment',
  prefix: '青自然资',
  code: 'QHZR',
  department: '办公室',
  address: '青禾县青禾镇人民路1号',
  postcode: '000000',
  telephone: '0000-0000001',
  hours: '工作日 9:00—17:00',
  government: '青禾县人民政府',
  higherGovernment: '青禾市人民政府',
  higherDepartment: '青禾市自然资源局',
  reconsiderationOrgan: null,
  court: '青禾县人民法院',
  reviewOnlineUrl: 'https://xzfy.example.gov.cn',
  portalUrl: null,
  channels: { online: '2019-05-15', email: '2019-05-15', fax: '2019-05-15' },
}

/** 2027 as the court wrote it down; no other unannounced year is needed here. */
export const calendar: Calendar = calendarOf({
  notices,
  project: (year) => ({
    year,
    off: year === 2027 ? Object.entries(off2027).map(([date, name]) => ({ date, name })) : [],
  }),
})

export interface Act {
  readonly on: string
  readonly do: string
  readonly by?: Role
  readonly person?: string
  readonly [field: string]: unknown
}

/** The answer as it comes over the counter: `invalid` where the schema says no, before any case is looked at. */
export type Outcome =
  | { readonly kind: 'done'; readonly answer: Done }
  | { readonly kind: 'refused'; readonly answer: RefusedAnswer }
  | { readonly kind: 'invalid'; readonly paths: readonly string[] }

export interface Bench {
  readonly store: MemoryStore
  readonly act: (act: Act) => Promise<Outcome>
  /** Everything kept of the case, as one text. */
  readonly snapshot: () => string
  readonly kept: () => NonNullable<ReturnType<MemoryStore['read']>>
  readonly view: () => CaseView
}

export interface Place {
  readonly organ?: Partial<Organ>
  readonly settings?: Partial<Settings>
  readonly calendar?: Calendar
}

export const bench = (place: Place = {}): Bench => {
  const store = memoryStore({
    organ: { ...organ, ...place.organ },
    settings: { ...defaultSettings, ...place.settings },
    calendar: place.calendar ?? calendar,
  })
  let caseId: string | undefined
  let last: CaseView | undefined
  const kept = () => {
    const found = caseId === undefined ? undefined : store.read(caseId)
    if (!found) throw new Error('no case on the bench')
    return found
  }
  const act = async ({ do: name, ...body }: Act): Promise<Outcome> => {
    if (!isCommandName(name)) throw new Error(`no command ${name}`)
    const parsed = parseCommand(name, body)
    if (!parsed.ok) return { kind: 'invalid', paths: parsed.faults.map(({ path }) => path) }
    const answer: Answer = await handle(store, {
      organ: organ.name,
      caseId,
      command: name as CommandName,
      input: parsed.input,
      on: parsed.on as NonNullable<typeof parsed.on>,
      actor: { role: parsed.by ?? usualRole(name, parsed.input), person: parsed.person },
    })
    if (answer.ok) {
      caseId ??= answer.id
      last = answer
      return { kind: 'done', answer }
    }
    if ('unfit' in answer) throw new Error(`unfit: ${answer.unfit}`)
    return { kind: 'refused', answer }
  }
  return {
    store,
    act,
    kept,
    snapshot: () => (caseId === undefined ? '' : JSON.stringify(kept())),
    view: () => {
      if (!last) throw new Error('nothing done yet')
      return last
    },
  }
}

export const applicant = {
  kind: 'natural',
  name: '张三',
  idType: '居民身份证',
  idNumber: '110101199003070054',
  phone: '13800000000',
  address: '青禾县青禾镇人民路1号',
}

export const receive = (on: string, fields: Record<string, unknown> = {}): Act => ({
  on,
  do: 'receiveRequest',
  channel: 'inPerson',
  applicant,
  information: { description: '青禾镇2023年征地补偿标准' },
  form: { medium: 'paper', method: 'mail' },
  ...fields,
})

export const a = (on: string, name: string, fields: Record<string, unknown> = {}): Act => ({ on, do: name, ...fields })

/** Puts acts that must all be accepted; says which one was not. */
export const run = async (on: Bench, acts: readonly Act[]): Promise<Done | undefined> => {
  let answer: Done | undefined
  for (const one of acts) {
    const outcome = await on.act(one)
    if (outcome.kind !== 'done') {
      const said = outcome.kind === 'invalid' ? outcome.paths : outcome.answer.refusal
      throw new Error(`the setting of the test was not accepted: ${JSON.stringify(one)} ${JSON.stringify(said)}`)
    }
    answer = outcome.answer
  }
  return answer
}

export const dueOf = (view: Pick<CaseView, 'dueDates'>, what: string, id?: string): string | null | undefined =>
  view.dueDates.find((row) => row.what === what && (id === undefined || row.id === id))?.dueOn
