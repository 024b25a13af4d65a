import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildApi } from '@zhiqing/api'
import { type CommandName, commandNames, type Rights, rightCells, rights } from '@zhiqing/casework'
import type { Cabinet, KeptCase, Person } from '@zhiqing/db'
import { type Day, type Role, roleNames, stateNames } from '@zhiqing/law'
import { wordsOf } from '@zhiqing/letters'
import t from 'tap'
import { paperCabinet } from './paper-cabinet.js'
import { bodies, type Life, live, lives } from './rights-lives.js'

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))

/** The states in the order of the rulebook, with short names for the matrix below. */
const states = {
  PC: 'pendingConfirmation',
  RC: 'received',
  RG: 'registered',
  FR: 'formReview',
  AC: 'awaitingCorrection',
  TR: 'triage',
  AR: 'awaitingReasons',
  SE: 'searching',
  DI: 'discussing',
  DE: 'deciding',
  AP: 'awaitingPayment',
  DR: 'drafting',
  EX: 'examining',
  SI: 'signing',
  IS: 'issued',
  SV: 'served',
  AB: 'abandoned',
  WD: 'withdrawn',
  AX: 'archived',
} as const
type Short = keyof typeof states
const order = Object.keys(states) as Short[]

/**
 * Who may do what in which state, written by hand from contract §2 and rulebook §3.2, R55, R78; `A–B` is a run of states.
 * The last column: states that do not forbid it, though no case ever comes there with what the command is about.
 */
const matrix = `
  receiveRequest          | registrar applicant            |
  confirmReceipt          | registrar                      | PC
  registerRequest         | registrar                      | RC
  assignOfficer           | officeHead registrar           | RG–IS
  requestCorrection       | officer officeHead             | RG FR
  receiveCorrection       | registrar applicant            | AC AB
  acceptForm              | officer                        | RG FR
  judgeStillUnclear       | officer                        | FR DE
  confirmLapse            | registrar                      | AC AP
  requestAssistance       | officer                        | RG FR TR SE DI DE
  giveAssistance          | assistant officer              | AR SE DI AP
  recordSearch            | officer assistant              | RG FR TR SE DI DE
  openDiscussion          | officer officeHead             | RG FR TR SE DE
  closeDiscussion         | officer officeHead             | DI
  consultThirdParty       | officer                        | RG FR TR SE DI DE
  consultOrgan            | officer                        | RG FR TR SE DI DE
  recordOpinion           | officer registrar              | AR–AX                      | PC–TR
  askReasons              | officer                        | RG FR TR SE DE
  receiveReasons          | registrar applicant            | AR
  judgeReasons            | officer                        | AR
  deferReply              | officeHead officer             | SE DI DE DR EX SI          | FR TR AR
  extendReply             | officeHead officer registrar   | RC RG FR TR AR SE DI DE DR EX SI
  chargeFee               | officer                        | RG FR TR SE DE
  recordPayment           | registrar                      | AP AB
  divert                  | officer                        | RG FR TR SE DI DE
  decide                  | officer                        | RG FR TR SE DI DE
  reopenDecision          | officer                        | DR
  submitDraft             | officer                        | DR
  returnDraft             | legalReviewer signatory        | EX SI
  approveDraft            | legalReviewer                  | EX
  signReply               | signatory                      | SI
  dispatchReply           | officer registrar              | IS
  recordLetterService     | registrar officer              | PC–AX
  recordService           | registrar officer              | IS SV
  withdrawRequest         | registrar applicant            | RC–IS
  splitRequest            | registrar officer              | RG FR TR SE DE
  recordSuccession        | registrar                      | RC–IS
  archiveCase             | registrar                      | SV AB WD
  calendarDay             | calendar                       | PC–AX
  fileReconsideration     | remedyClerk                    | RG–AX                      | PC RC
  answerReconsideration   | remedyClerk                    | RG–AX                      | PC RC
  decideReconsideration   | remedyClerk                    | RG–AX                      | PC RC
  fileLitigation          | remedyClerk                    | RG–AX                      | PC RC
  answerLitigation        | remedyClerk                    | RG–AX                      | PC RC
  decideLitigation        | remedyClerk                    | RG–AX                      | PC RC
  orderRedo               | remedyClerk                    | RC RG FR TR AR SE DI DE DR–AX
  reviseReply             | officeHead remedyClerk         | IS SV AX
  fileComplaint           | remedyClerk                    | RG–AX                      | PC RC
  closeComplaint          | remedyClerk                    | RG–AX                      | PC RC
  fileRectification       | registrar officer remedyClerk  | RG–AX                      | PC RC
  answerRectification     | officer remedyClerk            | RG–AX                      | PC RC
  chaseCase               | supervisor                     | RC–AX                      | PC
  orderSupervision        | supervisor                     | RC–AX                      | PC
  answerSupervision       | officeHead                     | RC–AX                      | PC
  tellOrgan               | registrar applicant            | PC–AX
  filePapers              | registrar officer officeHead remedyClerk | PC–AX
  suggestPublication      | registrar applicant            | AR–AX                      | PC–TR
`

interface Row {
  readonly command: string
  readonly roles: readonly string[]
  readonly states: readonly string[]
  readonly unreached: readonly string[]
}

const runOf = (words = ''): string[] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => {
      const [from, to = from] = one.split('–') as [Short, Short?]
      return order.slice(order.indexOf(from), order.indexOf(to) + 1).map((short) => states[short])
    })

const rows: readonly Row[] = matrix
  .trim()
  .split('\n')
  .map((line) => {
    const [command = '', roles = '', open, unreached] = line.split('|').map((part) => part.trim())
    return { command, roles: roles.split(' '), states: runOf(open), unreached: runOf(unreached) }
  })

/** What an answer says of a cell; `outside`: to this person there is no such case here, or no desk at all. */
type Verdict = 'open' | 'role' | 'state' | 'role and state' | 'outside'

interface Cell {
  readonly role: Role
  readonly state: string
  readonly command: CommandName
  readonly verdict: Verdict | string
}

/** Administrators see no case (三员分立), applicants have the portal. */
const outside = ['applicant', 'admin', 'securityAdmin', 'auditAdmin']

/** States whose case has something asked of a unit: who only assists is told of no other case, and of no other act. */
const asked = ['awaitingReasons', 'searching', 'discussing', 'awaitingPayment', 'abandoned', 'withdrawn']
const assisted = ['giveAssistance', 'recordSearch']
const noTask = ({ role, state, command }: Omit<Cell, 'verdict'>): boolean =>
  role === 'assistant' && !(assisted.includes(command) && asked.includes(state))

const expectedOf = ({ role, state, command }: Cell, table: readonly Row[]): Verdict => {
  if (outside.includes(role) || noTask({ role, state, command })) return 'outside'
  const row = table.find((one) => one.command === command)
  const [given, open] = [row?.roles.includes(role), row?.states.includes(state)]
  if (given) return open ? 'open' : 'state'
  return open ? 'role' : 'role and state'
}

/** Every cell that is not as the table says. */
const wrong = (cells: readonly Cell[], table: readonly Row[]): string[] =>
  cells.flatMap((cell) => {
    const expected = expectedOf(cell, table)
    const { role, state, command, verdict } = cell
    return verdict === expected ? [] : [`${role} ${command} in ${state}: ${verdict}, should be ${expected}`]
  })

const roles = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'calendar')
/** Somebody with one role; the supervisor sits in the government that supervises the organ. */
const personOf = (role: Role): Person => ({
  id: role,
  name: role,
  displayName: role,
  organ: role === 'supervisor' ? 'QHZF' : 'QHZR',
  roles: [role],
})

/** Another life of the state, where a command wants what the richest one cannot have beside the rest. */
const otherLives: Readonly<Record<string, Life>> = {
  'recordService issued': 'issued, dispatched',
  'receiveCorrection abandoned': 'abandoned, not corrected',
  ...Object.fromEntries(
    (Object.keys(lives) as Life[])
      .filter((life) => life.endsWith(', given before'))
      .map((life) => [`suggestPublication ${life.replace(', given before', '')}`, life]),
  ),
}

/**
 * A counter with a case for every state. Nothing is saved from then on: each cell meets the cases as they were, and it is
 * counted whether anything would have been saved.
 */
const openCounter = async () => {
  const cabinet = paperCabinet()
  const ids = new Map<string, string>()
  for (const [life, steps] of Object.entries(lives)) ids.set(life, await live(cabinet, steps))
  const kept = new Map<string, KeptCase>()
  for (const id of ids.values()) kept.set(id, (await cabinet.findCase('QHZR', id)) as KeptCase)
  const saved = { count: 0 }
  const { store, supervised } = cabinet
  const shown: Cabinet = {
    ...cabinet,
    as: () => shown,
    session: async (token) => personOf(token as Role),
    findCase: async (organ, id) => ([organ].flat().includes('QHZR') ? kept.get(id) : undefined),
    supervised,
    store: {
      transaction: (work) =>
        store.transaction((inner) =>
          work({
            open: (task) => inner.open(task),
            save: async () => {
              saved.count += 1
            },
          }),
        ),
    },
  }
  const app = buildApi({
    cabinet: shown,
    press: {
      print: () => Promise.reject(new Error('nothing is printed here')),
      edit: () => Promise.reject(new Error('nothing is printed here')),
      printLabels: () => Promise.reject(new Error('nothing is printed here')),
      printSheets: () => Promise.reject(new Error('nothing is printed here')),
      missingCharacters: async () => [],
      words: wordsOf(),
    },
    today: () => '2025-06-03' as Day,
    now: () => new Date('2025-06-03T02:00:00Z'),
    log: { info: () => {}, error: () => {} },
  })
  t.teardown(() => app.close())
  await app.ready()
  return { app, ids, kept, saved }
}

const { app, ids, kept, saved } = await openCounter()

interface Said {
  readonly code?: string
  readonly permitted?: readonly string[]
  readonly also?: readonly { readonly code: string }[]
}

const verdictOf = (status: number, { code, permitted = [], also = [] }: Said, command: string): Verdict | string => {
  if (status === 401 || status === 404) return 'outside'
  if (code === 'notYourRole' && status === 403) return also.length > 0 ? 'role and state' : 'role'
  if (status === 200) return 'open'
  if (code === 'notPermittedNow' || !permitted.includes(command)) {
    const own = [409, 422].includes(status) && !permitted.includes(command)
    return own ? 'state' : `${status} ${code}`
  }
  return [409, 422].includes(status) ? 'open' : `${status} ${code}`
}

const ask = async (role: Role, state: string, command: CommandName) => {
  const id = ids.get(otherLives[`${command} ${state}`] ?? state)
  const before = saved.count
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/cases/${id}/commands/${command}`,
    headers: { authorization: `Bearer ${role}` },
    payload: bodies[command],
  })
  return { status: answer.statusCode, said: answer.json() as Said, changed: saved.count > before }
}

const cells: Cell[] = []

t.test('契约 2、R55 权限 | role × state × command over HTTP, cell by cell as the matrix written by hand', async (t) => {
  t.strictSame(
    rows.map(({ command }) => command),
    [...commandNames],
    'a row for every command',
  )
  for (const state of Object.keys(stateNames))
    t.equal(kept.get(ids.get(state) ?? '')?.current.at.state, state, `a case in ${state}`)
  const moved: string[] = []
  const statuses: Record<string, number> = {}
  for (const role of roles)
    for (const state of Object.keys(stateNames))
      for (const command of commandNames) {
        const { status, said, changed } = await ask(role, state, command)
        const verdict = verdictOf(status, said, command)
        cells.push({ role, state, command, verdict })
        statuses[status] = (statuses[status] ?? 0) + 1
        if (changed !== (status === 200)) moved.push(`${role} ${command} in ${state}: ${status}`)
      }
  t.equal(cells.length, 13 * 19 * commandNames.length)
  t.strictSame(wrong(cells, rows), [])
  t.strictSame(moved, [], 'what is refused saves nothing, what is done is saved')
  t.comment(`${cells.length} cells: ${JSON.stringify(statuses)}`)
  for (const one of kept.values()) {
    const now = await app.inject({
      url: `/api/v1/cases/${one.id}`,
      headers: { authorization: 'Bearer registrar' },
    })
    t.equal(now.json().version, one.version)
  }
})

const withRole = (table: readonly Row[], command: CommandName, change: (roles: readonly string[]) => string[]): Row[] =>
  table.map((row) => (row.command === command ? { ...row, roles: change(row.roles) } : row))

t.test('权限 | the check can fail: one right too many, one too few, and both are named', async (t) => {
  const fewer = withRole(rows, 'giveAssistance', (all) => all.filter((role) => role !== 'assistant'))
  const extra = wrong(cells, fewer)
  t.equal(extra.length, 6, 'a right that the code has and the matrix has not, in each state with something asked')
  t.ok(extra.includes('assistant giveAssistance in searching: open, should be role'))
  const more = withRole(rows, 'signReply', (all) => [...all, 'officeHead'])
  const missing = wrong(cells, more)
  t.equal(missing.length, 19, 'a right that the matrix has and the code has not')
  t.ok(missing.includes('officeHead signReply in signing: role, should be open'))
  const elsewhere = rows.map((row) => (row.command === 'archiveCase' ? { ...row, states: ['served'] } : row))
  t.equal(
    wrong(cells, elsewhere).length,
    2 * (13 - outside.length - 1),
    'two states too many, for everybody inside but who only assists',
  )
})

/** The printed table against the same matrix: what the machine forbids and the roles, the case left aside. */
const printed = (table: Rights = rights): string[] => {
  const cells = rightCells(table).filter(({ state }) => state !== 'draft')
  const said = new Set(cells.map(({ role, state, command }) => `${role} ${command} in ${state}`))
  const wanted = new Set(
    rows.flatMap(({ command, roles, states, unreached }) =>
      roles.flatMap((role) => [...states, ...unreached].map((state) => `${role} ${command} in ${state}`)),
    ),
  )
  return [...[...said].filter((one) => !wanted.has(one)), ...[...wanted].filter((one) => !said.has(one))]
}

t.test('权限 | the table that `zhiqing law --rights` prints is the same matrix; a planted right is told', async (t) => {
  t.strictSame(printed(), [])
  t.strictSame(
    rightCells().filter(({ state }) => state === 'draft'),
    ['applicant', 'registrar'].map((role) => ({ role, state: 'draft', command: 'receiveRequest' })),
    'before anything was received',
  )
  const planted = { ...rights, archiveCase: { roles: ['registrar', 'statistician'] } } as const
  t.strictSame(printed(planted), [
    'statistician archiveCase in served',
    'statistician archiveCase in abandoned',
    'statistician archiveCase in withdrawn',
  ])
  const run = (...args: string[]) => {
    const { stdout, status } = spawnSync(process.execPath, [program, 'law', '--rights', ...args], { encoding: 'utf8' })
    t.equal(status, 0)
    return stdout.trimEnd().split('\n')
  }
  t.strictSame(
    run('--json').map((line) => JSON.parse(line)),
    rightCells(),
  )
  const [head, , ...lines] = run()
  t.match(head, /^\| 角色 \| 事项 \| 尚未接收 \| 待双方确认 \| 已接收 \|.* 已归档 \|$/)
  t.ok(lines.includes(`| 签发人 | 签发 |${'  |'.repeat(14)} ● |${'  |'.repeat(5)}`), 'the fourteenth state, signing')
  const usual = Object.fromEntries(rows.map(({ command, roles }) => [command, roles[0]]))
  t.strictSame(Object.fromEntries(commandNames.map((name) => [name, rights[name].roles[0]])), usual, 'usual roles')
})

t.test('契约 2 | an input that narrows the right is refused to the others by role', async (t) => {
  const override = { ...bodies.requestCorrection, override: '特殊情况' }
  const post = async (role: Role, url: string, payload: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      payload,
      headers: { authorization: `Bearer ${role}` },
    })
    return [answer.statusCode, answer.json().code]
  }
  const correction = `/cases/${ids.get('formReview')}/commands/requestCorrection`
  t.strictSame(await post('officer', correction, override), [403, 'notYourRole'])
  t.strictSame(await post('officeHead', correction, override), [200, undefined])
  t.strictSame(await post('officer', '/cases', bodies.receiveRequest), [403, 'notYourRole'])
  t.strictSame(await post('supervisor', '/cases', bodies.receiveRequest), [403, 'notYourRole'])
  t.strictSame(await post('registrar', '/cases', bodies.receiveRequest), [201, undefined])
  for (const role of ['admin', 'assistant'] as const)
    t.strictSame(await post(role, '/cases', bodies.receiveRequest), [403, undefined], role)
})
