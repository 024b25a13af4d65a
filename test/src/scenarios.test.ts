import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parse } from 'yaml'
import { type EndLine, type StepLine, simulate } from './casework/simulate.js'
import { plus, working } from './law/civil-days.js'

/*
 * The law's own test bench. Every file of test/scenarios is played by `zhiqing simulate` as it is; its twin
 * `….expect.yaml`, written from the rulebook, says what must come of it. The days of the twins are counted again here on
 * the court's own calendar, so a twin that miscounts is found without the product.
 */

// one long process for all plays
t.setTimeout(240_000)

const folder = new URL('../scenarios/', import.meta.url)
const names = readdirSync(folder)
const twins = names.filter((name) => name.endsWith('.expect.yaml'))
const playable = names.filter((name) => name.endsWith('.yaml') && !name.endsWith('.expect.yaml'))

interface ExpectedStep {
  readonly step: number
  readonly on: string
  readonly do: string
  /** The refusal's code; a step without one must have gone through. */
  readonly refused?: string
  readonly also?: readonly string[]
  readonly article?: string
  readonly state?: string
  readonly stage?: string
  /** The clock's status and due day. */
  readonly clock?: string
  readonly due?: string | null
  readonly left?: number | null
  readonly overdue?: boolean
  readonly provisional?: boolean
  /** Every due date open after the step, no more and no fewer; of several of a kind `kind@id`. */
  readonly dues?: Readonly<Record<string, string | null>>
  /** Some of them. */
  readonly shows?: Readonly<Record<string, string | null>>
  readonly without?: readonly string[]
  readonly letters?: readonly string[]
  /** Every warning of the step; none when left out. */
  readonly warns?: readonly string[]
}
interface Count {
  readonly after: string
  readonly is?: string
  readonly until?: string
  readonly workingDays?: number
  readonly days?: number
  readonly months?: number
}
interface Expected {
  readonly rules: readonly string[]
  readonly why: string
  readonly counts?: readonly Count[]
  readonly steps: readonly ExpectedStep[]
  readonly end?: Readonly<Record<string, unknown>>
}

const read = (name: string): Expected => parse(readFileSync(new URL(name, folder), 'utf8'))
const expected = new Map(twins.map((name) => [name.replace('.expect.yaml', '.yaml'), read(name)]))

/** Judged step by step in casework/vectors.test.ts, which also walks the shape of every line with them. */
const judgedAmongVectors = [
  ...['V01', 'V03', 'V04', 'V09', 'V11', 'V14', 'V16', 'V21', 'V25', 'V26', 'V27', 'V27-late', 'V29', 'V30', 'V31'],
  ...['as-of', 'before-receipt', 'refused', 'service-basis'],
].map((name) => `${name}.yaml`)

// ---- the court's own days

const countWorking = (after: string, until: string): number => {
  let n = 0
  for (let day = plus(after, 1); day <= until; day = plus(day, 1)) if (working(day)) n += 1
  return n
}

/** 民法典 203: a last day that is a day of rest gives way to the first working day after it. */
const rolled = (day: string): string => {
  let last = day
  while (!working(last)) last = plus(last, 1)
  return last
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const pad = (n: number): string => String(n).padStart(2, '0')

/** 民法典 202: the corresponding day, or the last of the month where there is none. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const to = month - 1 + months
  const [y, m] = [year + Math.floor(to / 12), to % 12]
  const length = m === 1 && y % 4 === 0 ? 29 : (lengths[m] as number)
  return `${y}-${pad(m + 1)}-${pad(Math.min(date, length))}`
}

const isMiscounted = ({ after, is, until, workingDays, days, months }: Count): boolean => {
  if (until !== undefined) return countWorking(after, until) !== workingDays
  if (is === undefined) return true
  if (workingDays !== undefined) return !working(is) || countWorking(after, is) !== workingDays
  return is !== rolled(days === undefined ? monthsAfter(after, months as number) : plus(after, days))
}

// ---- a play against its twin

const duesOf = (line: StepLine): Record<string, string | null> => {
  const rows = line.dueDates as readonly (StepLine['dueDates'][number] & { readonly id?: string })[]
  return Object.fromEntries(
    rows.map(({ what, dueOn, id }) => {
      const several = rows.filter((one) => one.what === what).length > 1
      const asked = ['thirdPartyOpinion', 'organOpinion', 'assistance'].includes(what)
      return [several || asked ? `${what}@${id}` : what, dueOn]
    }),
  )
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (list: readonly string[]): readonly string[] => [...list].sort()
const inOrder = (dues: Readonly<Record<string, unknown>>) => Object.entries(dues).sort(([a], [b]) => (a < b ? -1 : 1))

/** Everything in which a line differs from what the law says of it, in words. */
const faultsOf = (line: StepLine, want: ExpectedStep | undefined): string[] => {
  const faults: string[] = []
  const must = (what: string, got: unknown, wanted: unknown) =>
    wanted === undefined ||
    same(got, wanted) ||
    faults.push(`${line.step} ${line.do} ${what}: got ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`)
  const { clock, refusal } = line
  const dues = duesOf(line)
  must('refusal', refusal?.code ?? null, want?.refused ?? null)
  must('warnings', sorted(line.warnings.map(({ code }) => code)), sorted(want?.warns ?? []))
  if (!want) return faults
  must('day', line.on, want.on)
  must('command', line.do, want.do)
  must('article', refusal?.article, want.article)
  must(
    'further refusals',
    refusal?.also.map(({ code }) => code),
    want.also,
  )
  must('state', line.state, want.state)
  must('stage', line.stage, want.stage)
  must('clock', clock.status, want.clock)
  must('due day', clock.dueOn, want.due)
  must('days left', clock.remainingWorkingDays, want.left)
  must('overdue', clock.overdue, want.overdue)
  must('provisional', clock.provisional, want.provisional)
  must('due dates', inOrder(dues), want.dues && inOrder(want.dues))
  for (const [what, day] of Object.entries(want.shows ?? {})) must(`due date ${what}`, dues[what] ?? null, day)
  for (const what of want.without ?? []) must(`due date ${what}`, what in dues, false)
  must('letters', sorted(line.letters), want.letters && sorted(want.letters))
  return faults
}

const faultsOfEnd = (end: EndLine, want: Expected['end'] = {}): string[] =>
  Object.entries(want).flatMap(([key, value]) => {
    const got = end[key as keyof EndLine]
    return same(got, value) ? [] : [`end ${key}: got ${JSON.stringify(got)}, not ${JSON.stringify(value)}`]
  })

const played = simulate([...expected.keys()].map((name) => fileURLToPath(new URL(name, folder))))
const stepsOf = (name: string) => played.steps.filter(({ file = '' }) => basename(file) === name)
const endOf = (name: string) => played.ends.find(({ file = '' }) => basename(file) === name) as EndLine

t.test('test/scenarios | every file that can be played has its twin, and every twin its play', (t) => {
  t.equal(played.status, 0, played.stderr)
  t.same(playable.filter((name) => !expected.has(name)).sort(), [...judgedAmongVectors].sort())
  t.same(
    twins.filter((name) => !playable.includes(name.replace('.expect.yaml', '.yaml'))),
    [],
  )
  t.end()
})

for (const [name, { rules, why, counts = [], steps, end }] of expected)
  t.test(`${name} | ${why}`, (t) => {
    const lines = stepsOf(name)
    t.ok(name.startsWith(`${rules[0]}-`), 'the file is named after its first rule')
    t.match(why, /[\u4e00-\u9fff]/, 'a sentence says which article')
    t.same(counts.filter(isMiscounted), [], 'the days are those that the court counts')
    t.same(
      steps.filter(({ step }) => !lines.some((line) => line.step === step)),
      [],
      'every step is there',
    )
    const faults = lines.flatMap((line) =>
      faultsOf(
        line,
        steps.find(({ step }) => step === line.step),
      ),
    )
    t.same([...faults, ...faultsOfEnd(endOf(name), end)], [])
    t.end()
  })

// ---- every rule has its play

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => `R${first + i}`)

/** The rules of the rulebook that speak of a case's life, by their numbers there; R65–R69 and R79 do not exist. */
const rulesOfALife = [...from(10, 64), ...from(70, 78), 'R80', ...from(100, 121)]

const missingRules = (told: readonly string[]): string[] => rulesOfALife.filter((rule) => !told.includes(rule))

t.test('rulebook R10–R121 | every rule has a scenario', (t) => {
  const told = [...expected.values()].flatMap(({ rules }) => rules)
  t.same(missingRules(told), [])
  t.same(missingRules(told.filter((rule) => rule !== 'R22')), ['R22'], 'planted: a rule without a play is seen')
  t.end()
})

// ---- could these checks fail?

t.test('planted defect | a wrong day, a missing letter, another refusal, an unsaid warning are seen', (t) => {
  const name = 'R35-on-the-due-day.yaml'
  const want = (n: number) => expected.get(name)?.steps.find(({ step }) => step === n) as ExpectedStep
  const line = (n: number) => stepsOf(name)[n - 1] as StepLine
  const extended = line(6)
  t.same(faultsOf(extended, want(6)), [])
  t.not(faultsOf({ ...extended, clock: { ...extended.clock, dueOn: '2025-09-29' } }, want(6)).length, 0, 'a wrong day')
  t.not(faultsOf({ ...extended, letters: [] }, want(6)).length, 0, 'a missing letter')
  t.not(faultsOf({ ...extended, dueDates: [] }, want(6)).length, 0, 'due dates that are gone')
  t.not(faultsOf({ ...extended, warnings: [{ code: 'overdue', zh: '' }] }, want(6)).length, 0, 'an unsaid warning')
  t.not(faultsOf(line(3), { ...want(3), refused: 'extensionAfterDue' }).length, 0, 'another refusal')
  t.not(faultsOf(line(3), undefined).length, 0, 'a refusal that nobody expects')
  t.not(faultsOf(extended, { ...want(6), refused: 'alreadyExtended' }).length, 0, 'no refusal where one is due')
  t.not(faultsOfEnd(endOf(name), { outcome: 'G2' }).length, 0, 'another outcome')
  t.ok(isMiscounted({ after: '2025-09-26', workingDays: 20, is: '2025-10-24' }), 'Monday to Friday is no calendar')
  t.ok(isMiscounted({ after: '2025-08-04', days: 60, is: '2025-10-03' }), 'a last day of rest that does not roll')
  t.notOk(isMiscounted({ after: '2025-08-31', months: 6, is: '2026-02-28' }), 'V30: a make-up Saturday stays')
  t.end()
})
