import { isDeepStrictEqual } from 'node:util'
import { type CaseView, commandNames, type Done, endOf, type Fact, replyClock, stateOf } from '@zhiqing/casework'
import { nth } from '../../law/civil-days.js'
import type { Breach, Seen } from './live.js'
import { anchorOf, closedStates, type Model } from './model.js'
import { read } from './oracle.js'
import { opens, wayOn } from './permitted.js'

/*
 * What must hold after every step, each by its name: rulebook §3.2 "Invariants to test", C9–C10, contract §2–§3,
 * research/reliability.md R6. A row says what is wrong, or null.
 */

export interface Invariant {
  readonly rule: string
  readonly holds: (seen: Seen) => string | null
  /** The same step, spoiled so that the row must notice; null where this step gives no occasion. */
  readonly planted: (seen: Seen) => Seen | null
}

const same = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two)
const unlike = (found: unknown, wanted: unknown): string | null =>
  same(found, wanted) ? null : `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`
const says = (wrong: boolean, words: string): string | null => (wrong ? words : null)

const sorted = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
const done = ({ answer }: Seen): Done | null => (answer.ok ? answer : null)
const fresh = ({ before, after }: Seen): readonly Fact[] => after.facts.slice(before?.facts.length ?? 0)
const letterFacts = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.type === 'LetterIssued' ? [fact] : []))
const rows = ({ dueDates }: Pick<CaseView, 'dueDates'>) =>
  dueDates.map(({ what, id, dueOn }) => [id ? `${what} ${id}` : what, dueOn])

/** The step with its answer changed. */
const answering = (seen: Seen, change: (answer: Done) => object): Seen | null => {
  const answer = done(seen)
  return answer ? { ...seen, answer: { ...answer, ...change(answer) } as Done } : null
}
const keeping = (seen: Seen, change: object): Seen => ({
  ...seen,
  after: { ...seen.after, current: { ...seen.after.current, ...change } },
})
const ledger = (seen: Seen, facts: readonly Fact[]): Seen => ({ ...seen, after: { ...seen.after, facts } })
const viewing = (seen: Seen, change: object): Seen => ({ ...seen, view: { ...seen.view, ...change } })
const clocked = (seen: Seen, change: object): Seen => viewing(seen, { clock: { ...seen.view.clock, ...change } })
const refusal = ({ answer }: Seen) => (answer.ok ? null : answer.refusal)
const refusing = (seen: Seen, change: object): Seen | null =>
  seen.answer.ok ? null : { ...seen, answer: { ...seen.answer, refusal: { ...seen.answer.refusal, ...change } } }
const when = (asked: unknown, spoiled: () => Seen | null): Seen | null => (asked ? spoiled() : null)

const whats =
  'correctionNotice correctionReply reply replyStrict thirdPartyOpinion organOpinion reasons payment extensionNotice reconsideration litigation reconsiderationAnswer litigationAnswer redo assistance appeal rectification'.split(
    ' ',
  )
const article = /^(ogi|fee|reconsideration|litigation):[0-9]+(\.[0-9]+)?(\([0-9]+\))?$|^practice$/
/** Ways of telling what to do instead. */
const instead = /请|应由|应当通过|应当先|可以|不需要/
const anchoring = ['receiveRequest', 'confirmReceipt', 'receiveCorrection', 'recordPayment', 'orderRedo', 'reviseReply']
const stopping = ['awaitingCorrection', 'awaitingPayment']

const remediesTold = (model: Model): [boolean, boolean] => {
  const served = model.signedOn ? model.servedOn : model.lapseServedOn
  const block = model.decision?.block ?? 'RB0'
  return [served !== null && block !== 'RB0', served !== null && (block === 'RB2' || block === 'RB3')]
}

/** 文号 of a year’s series, in the order they were given. */
const serials = (facts: readonly Fact[]): Map<string, number[]> => {
  const series = new Map<string, number[]>()
  for (const { documentNumber } of letterFacts(facts)) {
    const [, name, n] = /^(.*〔\d{4}〕)(\d+)号$/.exec(documentNumber ?? '') ?? []
    if (name) series.set(name, [...(series.get(name) ?? []), Number(n)])
  }
  return series
}

const outgoing = (letter: string): boolean => /^[PS]|^L(03|05|06|12|13|15)$/.test(letter)

/** Verbs since the last start or restart. */
const period = ({ after }: Seen) => {
  const { verbs } = after.current
  const from = verbs.findLastIndex(({ verb }) => verb === 'start' || verb === 'restart')
  return verbs.slice(from + 1)
}

export const invariants: Readonly<Record<string, Invariant>> = {
  'taken or refused as the rulebook says': {
    rule: '§3.2 T1–T40',
    holds: ({ answer, move }) =>
      says(answer.ok !== (move.expected === 'done'), answer.ok ? 'taken' : `refused: ${answer.refusal.code}`),
    planted: (seen) => ({ ...seen, move: { ...seen.move, expected: seen.answer.ok ? 'refused' : 'done' } }),
  },
  'the clock as walked day by day': {
    rule: 'C9, C10',
    holds: (seen) => unlike(seen.view.clock, seen.reading.clock),
    planted: (seen) => ({
      ...seen,
      reading: { ...seen.reading, clock: { ...seen.reading.clock, dueOn: '2031-01-01' } },
    }),
  },
  'due days as walked day by day, all of them and no other': {
    rule: 'contract §3',
    holds: (seen) => unlike(sorted(Object.fromEntries(rows(seen.view))), sorted(seen.reading.dues)),
    planted: (seen) => ({
      ...seen,
      reading: { ...seen.reading, dues: { ...seen.reading.dues, appeal: '2031-01-01' } },
    }),
  },
  'the state as the transitions say': {
    rule: '§3.1, §3.2',
    holds: (seen) => (seen.answer.ok ? unlike(stateOf(seen.after.current), seen.model.state) : null),
    planted: (seen) => when(seen.answer.ok, () => ({ ...seen, model: { ...seen.model, state: 'draft' } })),
  },
  'a refused act changes nothing': {
    rule: 'contract §2',
    holds: ({ answer, before, after }) =>
      says(!answer.ok && (before?.facts !== after.facts || before?.current !== after.current), 'the case moved'),
    planted: (seen) => when(!seen.answer.ok, () => keeping(seen, {})),
  },
  'a refusal says what is wrong, by which article, and what to do': {
    rule: 'contract §2',
    holds: (seen) => {
      const found = refusal(seen)
      if (!found) return null
      const wrong = [found, ...found.also].filter(
        ({ zh, article: ref }) =>
          !/[一-鿿]/.test(zh) ||
          /[{}]|\d{4}-\d\d-\d\d|undefined|null/.test(zh) ||
          !instead.test(zh) ||
          !article.test(ref),
      )
      return says(wrong.length > 0, JSON.stringify(wrong))
    },
    planted: (seen) => refusing(seen, { zh: 'no' }),
  },
  'what is refused by the state is told with what is open': {
    rule: 'contract §2',
    holds: (seen) => {
      const found = refusal(seen)
      return says(found !== null && found.permitted.length === 0, 'nothing is open')
    },
    planted: (seen) => refusing(seen, { permitted: [] }),
  },
  'what may be done is what the contract opens, no more and no less': {
    rule: 'contract §2',
    holds: (seen) => {
      const answer = done(seen)
      if (!answer) return null
      const wanted = commandNames.filter((name) => opens[name]?.(seen.model))
      const more = answer.permitted.filter((name) => !wanted.includes(name))
      const less = wanted.filter((name) => !answer.permitted.includes(name))
      return says(more.length + less.length > 0, `too much: ${more.join()}; lacking: ${less.join()}`)
    },
    planted: (seen) => answering(seen, ({ permitted }) => ({ permitted: permitted.slice(1) })),
  },
  'no state without a way on, late or not': {
    rule: '§3.2, T40',
    holds: (seen) => {
      const answer = done(seen)
      if (!answer || (answer.state === 'issued' && !answer.permitted.includes('dispatchReply')))
        return says(answer !== null && !answer.permitted.includes('recordService'), 'issued, sent, and no way on')
      return says(!answer.permitted.includes(wayOn[answer.state] as never), `stuck in ${answer.state}`)
    },
    planted: (seen) => answering(seen, () => ({ permitted: [] })),
  },
  'an open case has a due day or a stated stop': {
    rule: '§3.1',
    holds: (seen) => {
      const { state, clock } = seen.view
      if (state === 'pendingConfirmation' || closedStates.includes(state)) return null
      if (clock.status === 'running') return says(clock.dueOn === null, 'runs to no day')
      if (clock.status === 'stopped') return says(!stopping.includes(state), `stopped in ${state}`)
      if (clock.status === 'suspended')
        return says(!seen.after.current.consultations.some(({ endedOn }) => endedOn === null), 'nobody is asked')
      return says(state !== 'issued', `${clock.status} in ${state}`)
    },
    planted: (seen) => when(seen.view.clock.status === 'running', () => clocked(seen, { dueOn: null })),
  },
  'no case ends without an outcome': {
    rule: '§3.2',
    holds: (seen) => {
      const { state } = seen.view
      const outcome = seen.after.current.decision?.outcome ?? null
      const fits = { abandoned: /^X[12]$/, withdrawn: /^X3$/, served: /^[GWNZX]\d$/, archived: /^[GWNZX]\d$/ } as const
      return says(state in fits && !fits[state as keyof typeof fits].test(outcome ?? ''), `${state} as ${outcome}`)
    },
    planted: (seen) => when(closedStates.includes(seen.view.state), () => keeping(seen, { decision: null })),
  },
  'an outcome has its line of the yearly report': {
    rule: '§4, R98',
    holds: (seen) => {
      const { outcome, reportLine } = endOf(seen.after.current, seen.table)
      return says(
        outcome !== null && !/^(2|3\.[1-6](\.\d)?)$/.test(String(reportLine).replace('3.1', '2')),
        `${outcome}: ${reportLine}`,
      )
    },
    planted: (seen) =>
      when(seen.after.current.rounds.length === 0 && seen.after.current.decision, () =>
        keeping(seen, { decision: { outcome: 'constructor' } }),
      ),
  },
  'no suspension without a written letter that went out': {
    rule: '§3.2, R33',
    holds: (seen) => {
      const { verbs, letters, splitFrom } = seen.after.current
      if (splitFrom) return null
      const about = letters.filter(({ letter }) => letter === 'P04' || letter === 'P07').map((one) => one.consultation)
      const bare = verbs.filter((one) => one.verb === 'pause' && !about.includes(one.key))
      return says(bare.length > 0, JSON.stringify(bare))
    },
    planted: (seen) =>
      when(!seen.after.current.splitFrom && seen.after.current.verbs.some(({ verb }) => verb === 'pause'), () =>
        keeping(seen, { letters: [] }),
      ),
  },
  'the anchor moves only at receipt, correction, payment and order': {
    rule: '§3.2, T9, T27, T38',
    holds: (seen) => {
      if (!seen.before || anchoring.includes(seen.act.do)) return null
      return unlike(seen.clock.anchor, replyClock(seen.before.current, seen.table).anchor)
    },
    planted: (seen) =>
      when(seen.before && !anchoring.includes(seen.act.do) && seen.clock.anchor, () => ({
        ...seen,
        clock: { ...seen.clock, anchor: null },
      })),
  },
  'the receipt day never moves': {
    rule: 'R10–R16, R19',
    holds: ({ before, after }) =>
      before?.current.receivedOn ? unlike(after.current.receivedOn, before.current.receivedOn) : null,
    planted: (seen) => when(seen.before?.current.receivedOn, () => keeping(seen, { receivedOn: '2019-05-15' })),
  },
  'an extension never brings the day forward, nor gives more than twenty working days': {
    rule: 'R35, T25',
    holds: (seen) => {
      const [former, now] = [seen.viewBefore?.clock.dueOn, seen.view.clock.dueOn]
      if (seen.act.do !== 'extendReply' || !seen.answer.ok || !former || !now) return null
      return says(now <= former || now > nth(former, 20), `${former} → ${now}`)
    },
    planted: (seen) =>
      when(
        seen.act.do === 'extendReply' && seen.answer.ok && seen.viewBefore?.clock.dueOn && seen.view.clock.dueOn,
        () => ({
          ...seen,
          viewBefore: {
            ...(seen.viewBefore as Done),
            clock: { ...(seen.viewBefore as Done).clock, dueOn: '2030-01-01' as never },
          },
        }),
      ),
  },
  'a period is extended once, by one to twenty working days': {
    rule: 'R35',
    holds: (seen) => {
      const extensions = period(seen).flatMap((one) => (one.verb === 'extend' ? [one.workingDays] : []))
      const [days = 1] = extensions
      return says(extensions.length > 1 || days < 1 || days > 20, JSON.stringify(extensions))
    },
    planted: (seen) => {
      const extend = seen.after.current.verbs.at(-1)
      return when(extend?.verb === 'extend', () => keeping(seen, { verbs: [...seen.after.current.verbs, extend] }))
    },
  },
  'a day that was told stands until the period runs anew': {
    rule: 'A7, R34, R76',
    holds: (seen) => {
      const until = seen.model.receivedOn === null ? null : anchorOf(seen.model).until
      return until === null || seen.model.held ? null : unlike(seen.view.clock.dueOn, until)
    },
    planted: (seen) =>
      when(seen.model.receivedOn && anchorOf(seen.model).until && !seen.model.held, () =>
        clocked(seen, { dueOn: null }),
      ),
  },
  'the due day is never later than the law': {
    rule: '条例 33, R6',
    holds: (seen) => {
      const { anchor, dueOn, excluded, deferredUntil } = seen.clock
      if (!anchor || !dueOn || deferredUntil) return null
      return says(dueOn > nth(anchor, 40 + excluded) || dueOn < nth(anchor, 20), `${anchor} → ${dueOn}`)
    },
    planted: (seen) => {
      const { anchor, dueOn, deferredUntil } = seen.clock
      return when(anchor && dueOn && !deferredUntil, () => ({
        ...seen,
        clock: { ...seen.clock, dueOn: nth(anchor as string, 120) as never },
      }))
    },
  },
  'a period ends once': {
    rule: 'R60, R62',
    holds: (seen) => {
      const ends = period(seen).filter(({ verb }) => verb === 'end').length
      return says(ends > 1, `${ends} ends`)
    },
    planted: (seen) => {
      const end = seen.after.current.verbs.at(-1)
      return when(end?.verb === 'end', () => keeping(seen, { verbs: [...seen.after.current.verbs, end] }))
    },
  },
  'what is left agrees with the day': {
    rule: 'contract §3',
    holds: (seen) => {
      const { status, dueOn, remainingWorkingDays: left, overdue } = seen.view.clock
      if (status === 'suspended') return says(dueOn !== null || left === null || overdue, 'suspended with a day')
      if (status !== 'running') return says(left !== null || overdue, `${status} with ${left} left`)
      const past = seen.on > (dueOn as string)
      const fits = left !== null && (past ? left <= 0 : left >= 0) && (seen.on !== dueOn || left === 0)
      return says(!fits || overdue !== past, `${left} left on ${seen.on} to ${dueOn}`)
    },
    planted: (seen) => when(seen.view.clock.overdue, () => clocked(seen, { overdue: false })),
  },
  'the strict day is before the one shown': {
    rule: 'R30, A3',
    holds: (seen) => {
      const days = Object.fromEntries(rows(seen.view))
      const shown = days.reply ?? days.redo
      return says(Boolean(days.replyStrict && shown && days.replyStrict >= shown), `${days.replyStrict} and ${shown}`)
    },
    planted: (seen) =>
      when(dueOf(seen, 'replyStrict') && dueOf(seen, 'reply'), () =>
        viewing(seen, {
          dueDates: seen.view.dueDates.map((row) => (row.what === 'reply' ? { ...row, dueOn: '2019-05-15' } : row)),
        }),
      ),
  },
  'a served reply tells the days of its remedies': {
    rule: 'R56, R61, R70, R72',
    holds: (seen) => {
      const told = ['reconsideration', 'litigation'].map((what) =>
        seen.view.dueDates.some((row) => row.what === what && row.id === undefined && row.dueOn !== null),
      )
      return unlike(told, remediesTold(seen.model))
    },
    planted: (seen) => when(dueOf(seen, 'reconsideration'), () => viewing(seen, { dueDates: [] })),
  },
  'no due day is told twice, none is unknown, each has its article': {
    rule: 'contract §3',
    holds: ({ view: { dueDates } }) => {
      const keys = dueDates.map(({ what, id }) => `${what} ${id}`)
      const odd = dueDates.filter((row) => !whats.includes(row.what) || !article.test(row.article))
      return says(new Set(keys).size < keys.length || odd.length > 0, JSON.stringify(dueDates))
    },
    planted: (seen) =>
      when(seen.view.dueDates.length > 0, () =>
        viewing(seen, { dueDates: [...seen.view.dueDates, ...seen.view.dueDates] }),
      ),
  },
  'the answer is the case as it is kept': {
    rule: 'contract §5',
    holds: (seen) => {
      const answer = done(seen)
      if (!answer) return null
      const { state, stage, clock, dueDates, version, number } = answer
      const kept = { ...seen.view, version: seen.after.facts.length, number: seen.after.current.number }
      const { state: s, stage: g, clock: c, dueDates: d, version: v, number: n } = kept
      return unlike([state, stage, clock, dueDates, version, number], [s, g, c, d, v, n])
    },
    planted: (seen) => answering(seen, ({ version }) => ({ version: version + 1 })),
  },
  'the facts replayed are the case': {
    rule: 'house: event sourcing',
    holds: ({ after, replayed }) =>
      says(!isDeepStrictEqual(replayed, after.current), 'another case comes of its facts'),
    planted: (seen) => keeping(seen, { lastOn: '2019-05-15' }),
  },
  'nothing written is rewritten': {
    rule: '§3.2: issued content immutable',
    holds: ({ before, after }) =>
      says(Boolean(before?.facts.some((fact, i) => fact !== after.facts[i])), 'an older fact changed'),
    planted: (seen) =>
      when(seen.before, () =>
        ledger(
          seen,
          seen.after.facts.map((fact) => ({ ...fact })),
        ),
      ),
  },
  'the days of the facts never fall, and are the day of the act': {
    rule: 'contract §2',
    holds: (seen) => {
      const { facts } = seen.after
      const last = facts.at(-fresh(seen).length - 1)?.on ?? ''
      return says(
        fresh(seen).some(({ on }) => on !== seen.act.on || on < last),
        'a fact of another day',
      )
    },
    planted: (seen) =>
      when(fresh(seen).length > 0, () =>
        ledger(
          seen,
          seen.after.facts.map((fact, i, all) =>
            i === all.length - 1 ? { ...fact, on: '2019-05-15' as never } : fact,
          ),
        ),
      ),
  },
  'an act leaves a trace: a fact, unless the calendar only looked': {
    rule: '条例 45',
    holds: (seen) =>
      says(seen.answer.ok && fresh(seen).length === 0 && seen.act.do !== 'calendarDay', 'done and nothing written'),
    planted: (seen) =>
      when(seen.answer.ok && seen.act.do !== 'calendarDay', () => ledger(seen, seen.before?.facts ?? [])),
  },
  'letters are numbered one after the other': {
    rule: 'R52, R63',
    holds: ({ after }) =>
      says(
        after.current.letters.some(({ n }, i) => n !== i + 1),
        'a gap among the letters',
      ),
    planted: (seen) =>
      when(seen.after.current.letters.length > 1, () =>
        keeping(seen, { letters: seen.after.current.letters.slice(1) }),
      ),
  },
  'no letter goes out without 文号, no 文号 is skipped or given twice': {
    rule: 'R6, contract §2',
    holds: (seen) => {
      const { after, children } = seen
      if (letterFacts(fresh(seen)).length === 0) return null
      const facts = [after, ...children.map(({ kept }) => kept)].flatMap((one) => one.facts)
      const bare = letterFacts(facts).filter(
        ({ letter, documentNumber }) => outgoing(letter) !== (documentNumber !== null),
      )
      if (bare.length > 0) return `${bare.map(({ letter }) => letter)} without a number, or with one`
      const broken = [...serials(facts)].filter(([, given]) =>
        given.toSorted((a, b) => a - b).some((n, i) => n !== i + 1),
      )
      return says(broken.length > 0, JSON.stringify(broken))
    },
    planted: (seen) =>
      when(letterFacts(fresh(seen)).length > 0, () =>
        ledger(
          seen,
          seen.after.facts.map((fact) => (fact.type === 'LetterIssued' ? { ...fact, documentNumber: null } : fact)),
        ),
      ),
  },
  'a letter issued stays as it was issued': {
    rule: '§3.2',
    holds: ({ before, after }) => {
      const was = before?.current.letters ?? []
      const is = after.current.letters
      const moved = was.some(
        (one, i) => one !== is[i] && !isDeepStrictEqual({ ...one, servedOn: null }, { ...is[i], servedOn: null }),
      )
      return says(moved, 'an issued letter changed')
    },
    planted: (seen) =>
      when(seen.before?.current.letters.length, () =>
        keeping(seen, { letters: seen.after.current.letters.map((one) => ({ ...one, issuedOn: '2019-05-15' })) }),
      ),
  },
  'each step makes the letters of the contract': {
    rule: 'contract §2',
    holds: (seen) => {
      const made = done(seen)?.letters
      return made ? unlike([...made].sort(), [...(seen.move.letters ?? [])].sort()) : null
    },
    planted: (seen) => when(done(seen)?.letters.length, () => answering(seen, () => ({ letters: [] }))),
  },
  'one reply a round': {
    rule: 'R51, R76, R6',
    holds: ({ after: { current } }) => {
      const replies = current.letters.filter(({ letter }) => letter.startsWith('S')).length
      return says(replies > current.rounds.length + 1, `${replies} replies in ${current.rounds.length + 1} rounds`)
    },
    planted: (seen) =>
      when(
        seen.after.current.letters.some(({ letter }) => letter.startsWith('S')),
        () => keeping(seen, { letters: Array.from({ length: 40 }, () => seen.after.current.letters).flat() }),
      ),
  },
  'a reply is examined and signed before it goes out': {
    rule: 'R55, T30–T33',
    holds: ({ after: { current } }) =>
      says(current.reply !== null && (current.approval === null || current.decision === null), 'signed unexamined'),
    planted: (seen) => when(seen.after.current.reply, () => keeping(seen, { approval: null })),
  },
  'on time is what was posted or signed for by the due day': {
    rule: 'R60',
    holds: (seen) => {
      const { onTime } = endOf(seen.after.current, seen.table)
      const { model, reading } = seen
      const due = model.endedOn && model.signedOn && model.sent ? reading.clock.dueOn : null
      const counts = due !== null && !model.decision?.outcome.startsWith('X')
      return unlike(onTime, counts ? (model.endedOn as string) <= due : null)
    },
    planted: (seen) =>
      when(
        seen.model.signedOn && seen.model.sent && seen.model.endedOn && !seen.model.decision?.outcome.startsWith('X'),
        () => ({
          ...seen,
          model: {
            ...seen.model,
            endedOn: (seen.model.endedOn as string) > (seen.reading.clock.dueOn ?? '') ? '2019-05-15' : '2031-01-01',
          },
        }),
      ),
  },
  'the case keeps its number, and no two cases have one': {
    rule: 'R20, R21',
    holds: ({ before, after, children }) => {
      const numbers = [after.current.number, ...children.map(({ kept }) => kept.current.number)]
      const moved = before?.current.number && before.current.number !== after.current.number
      return says(Boolean(moved) || new Set(numbers).size < numbers.length, JSON.stringify(numbers))
    },
    planted: (seen) => when(seen.before?.current.number, () => keeping(seen, { number: 'QHZR209900001' })),
  },
  'a case split off has its parent’s clock': {
    rule: 'R96, T39',
    holds: ({ children, on, table }) => {
      for (const { kept, model } of children) {
        const { clock, dueDates } = table.viewOn(kept.current, on)
        const wanted = read(model, on)
        const wrong =
          unlike(clock, wanted.clock) ?? unlike(sorted(Object.fromEntries(rows({ dueDates }))), sorted(wanted.dues))
        if (wrong) return `${kept.current.number}: ${wrong}`
      }
      return null
    },
    planted: (seen) =>
      when(seen.children.length > 0, () => ({
        ...seen,
        children: seen.children.map((one) => ({
          ...one,
          kept: { ...one.kept, current: { ...one.kept.current, verbs: [] } },
        })),
      })),
  },
  'looking changes only what the day changes': {
    rule: 'contract §2: calendarDay',
    holds: (seen) => {
      if (seen.act.do !== 'calendarDay' || !seen.answer.ok) return null
      const lapses = fresh(seen).every(({ type, role }) => type === 'ConsultationLapsed' && role === 'calendar')
      const moved = fresh(seen).length === 0 && seen.viewBefore && !same(seen.viewBefore.dueDates, seen.view.dueDates)
      return says(!lapses || Boolean(moved), 'a look moved the case')
    },
    planted: (seen) =>
      when(seen.act.do === 'calendarDay' && seen.answer.ok && seen.viewBefore && fresh(seen).length === 0, () =>
        viewing(seen, { dueDates: [{ what: 'reply' }] }),
      ),
  },
  'a look at the same day finds nothing more to do': {
    rule: 'contract §2: calendarDay',
    holds: ({ act, answer, after }) => {
      // an order takes up again what a closed case had left open: the next look ends it
      if (!answer.ok || ['receiveRequest', 'orderRedo', 'reviseReply'].includes(act.do)) return null
      const past = after.current.consultations.filter(
        (one) => one.at.state === 'awaitingOpinion' && one.kind !== 'other' && nth(one.servedOn as string, 15) < act.on,
      )
      return says(
        past.length > 0 && !closedStates.includes(after.current.at.state),
        `still open: ${past.map(({ id }) => id)}`,
      )
    },
    planted: (seen) => {
      const one = { at: { state: 'awaitingOpinion' }, kind: 'thirdParty', servedOn: '2019-01-02', id: '询0' }
      return when(seen.act.do === 'registerRequest' && seen.answer.ok && !closedStates.includes(seen.view.state), () =>
        keeping(seen, { consultations: [one] }),
      )
    },
  },
  'warnings are told in Chinese, with days as people write them': {
    rule: 'contract §3',
    holds: (seen) => {
      const odd = done(seen)?.warnings.filter(
        ({ code, zh }) => !code || !/[一-鿿]/.test(zh) || /\{|undefined|null/.test(zh),
      )
      return says(Boolean(odd?.length), JSON.stringify(odd))
    },
    planted: (seen) => answering(seen, () => ({ warnings: [{ code: 'late', zh: 'late' }] })),
  },
  'a lapse is only proposed, never done by the calendar': {
    rule: 'R25, R47',
    holds: (seen) =>
      says(
        fresh(seen).some(({ type, role }) => type === 'RequestAbandoned' && role === 'calendar'),
        'abandoned by itself',
      ),
    planted: (seen) =>
      when(fresh(seen).length > 0, () =>
        ledger(
          seen,
          seen.after.facts.map((fact) => ({ ...fact, type: 'RequestAbandoned', role: 'calendar' }) as never),
        ),
      ),
  },
}

const dueOf = ({ view }: Seen, what: string) => view.dueDates.find((row) => row.what === what)?.dueOn

/** The first invariant that this step breaks. */
export const broken = (seen: Seen, only?: string): Omit<Breach, 'step'> | null => {
  for (const [invariant, { holds }] of Object.entries(invariants)) {
    if (only !== undefined && invariant !== only) continue
    const said = holds(seen)
    if (said) return { invariant, says: said }
  }
  return null
}
