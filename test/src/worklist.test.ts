import { buildApi } from '@zhiqing/api'
import { handle } from '@zhiqing/casework'
import { type KeptCase, seedDemo } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import { wordsOf } from '@zhiqing/letters'
import t from 'tap'
import { testDatabase } from './database.js'
import { days, working } from './law/civil-days.js'
import { unzip } from './unzip.js'

/** Lists of the staff on the real database: what is due first, what waits for whom, two characters found. */
const today = '2026-11-18' as Day
const db = await testDatabase()
const cabinet = await db.open()
const seeded = await seedDemo(cabinet, today)
t.teardown(async () => {
  await cabinet.close()
  await db.close()
})

const tokens = new Map<string, string>()

/** The lists as programs ask for them, on any day, over any cabinet. */
const open = async (on: Day = today, over = cabinet) => {
  const press = { missingCharacters: async () => [], words: wordsOf() } as never
  const log = { info: () => {}, error: () => {} }
  const now = () => new Date(`${today}T02:00:00Z`)
  const app = buildApi({ cabinet: over, press, today: () => on, now, log })
  return async (name: string) => {
    const payload = { name, password: seeded?.password }
    const signedIn = async () => (await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })).json().token
    const token = tokens.get(name) ?? (await signedIn())
    tokens.set(name, token)
    return (url: string) => app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } })
  }
}
type Ask = Awaited<ReturnType<Awaited<ReturnType<typeof open>>>>

interface Line {
  readonly id: string
  readonly colour: string
  readonly next: { readonly dueOn: string; readonly left: number } | null
  readonly [field: string]: unknown
}

/** Every page of a list. */
const all = async (ask: Ask, query: string): Promise<Line[]> => {
  const lines: Line[] = []
  for (let after = ''; ; ) {
    const { cases, next } = (await ask(`/cases?limit=5&${query}${after}`)).json()
    lines.push(...cases)
    if (next === null) return lines
    after = `&after=${next}`
  }
}

const nobody = { officers: [], states: [], unassigned: false, dues: [] }

/** The day that presses, told by the rows of due days themselves. */
const daysOf = async (organ: string): Promise<Map<string, string>> => {
  const rows = await db.owner<{ id: string; due: string }>(
    `select case_id as id, to_char(min(due_on), 'YYYY-MM-DD') as due from due_days where organ = $1 and due_on is not null
      and what not in ('reconsideration', 'litigation', 'replyStrict', 'extensionNotice', 'correctionNotice') group by 1`,
    [organ],
  )
  return new Map(rows.map(({ id, due }) => [id, due]))
}

t.test('列表 | the nearest day first, those without one last, nothing twice, page by page', async (t) => {
  for (const organ of ['QHZR', 'QHZF', 'QHZ']) {
    const whole = await cabinet.worklist({ organ: [organ], limit: 100 })
    t.equal(whole.next, null)
    const days = await daysOf(organ)
    const due = whole.cases.map(({ id }) => days.get(id) ?? '9999')
    t.strictSame(due, due.toSorted(), `${organ}: in the order of the days`)
    const open = await db.owner<{ id: string }>(
      `select id from cases where organ = $1 and state not in ('served', 'abandoned', 'withdrawn', 'archived')`,
      [organ],
    )
    const ids = whole.cases.map(({ id }) => id)
    for (const { id } of open) t.ok(ids.includes(id), 'every open case is there')
    const paged: string[] = []
    let after: string | undefined
    do {
      const { cases, next } = await cabinet.worklist({ organ: [organ], limit: 2, after })
      paged.push(...cases.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    t.strictSame(paged, ids, 'pages of two make the same list')
  }
  t.strictSame((await cabinet.worklist({ organ: [], limit: 9 })).cases, [])
  const forged = await cabinet.worklist({ organ: ['QHZR'], limit: 100, after: 'bm9uc2Vuc2U' })
  t.ok(forged.cases.length > 0, 'a cursor that is none begins at the start')
})

t.test('待办 | officers see their own, reviewers what is examined, the head what nobody has', async (t) => {
  const waiting = async (organ: string, mine: Partial<typeof nobody>) =>
    (await cabinet.worklist({ organ: [organ], limit: 100, mine: { ...nobody, ...mine } })).cases
  for (const { current } of await waiting('QHZR', { officers: ['王建国'] as never })) t.equal(current.officer, '王建国')
  t.ok((await waiting('QHZR', { officers: ['王建国'] as never })).length > 2)
  const examined = await waiting('QHZR', { states: ['examining'] as never })
  t.strictSame(
    examined.map(({ current }) => current.at.state),
    ['examining'],
  )
  for (const { current } of await waiting('QHZR', { unassigned: true })) t.equal(current.officer, null)
  t.strictSame(await waiting('QHZR', {}), [], 'nothing waits for nobody')
  t.equal((await waiting('QHZF', { dues: ['assistance'] as never })).length, 1)
})

t.test('检索 | two characters of a name or of what is asked, a number, a 文号; marks mean themselves', async (t) => {
  const numbers = async (search: string) =>
    (await cabinet.listCases({ organ: 'QHZR', limit: 100, search })).cases.map(({ current }) => current.number)
  const all = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases
  const holding = (words: string) =>
    all
      .filter(({ current: { applicant, information } }) =>
        [applicant.name, information.title, information.description].some((one) => one?.includes(words)),
      )
      .map(({ current }) => current.number)
  for (const words of ['补偿', '规划', '张', '张桂兰', '拆迁安置房', '东河村2023年']) {
    t.ok(holding(words).length > 0)
    t.strictSame(await numbers(words), holding(words), words)
  }
  const [first] = all
  const number = first?.current.number ?? all[1]?.current.number ?? ''
  t.strictSame(await numbers(number), [number])
  t.strictSame(await numbers(number.toLowerCase()), [number], 'small letters too')
  t.ok((await numbers('公开告〔2026〕')).length > 0, 'the number of a letter')
  for (const none of ['%%', '__', '\\', '没有这两个字的']) t.strictSame(await numbers(none), [], none)
  const found = await cabinet.worklist({ organ: ['QHZR'], limit: 100, search: '规划' })
  t.ok(found.cases.length > 0 && found.cases.every(({ current }) => current.information.description.includes('规划')))
})

t.test('检索 | what is done later is found too: the number of the mail, a letter, a corrected request', async (t) => {
  const posted = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases.filter(({ current }) =>
    current.reply?.mailNumber?.startsWith('EMS-DEMO-'),
  )
  t.ok(posted.length > 0)
  for (const { id, current } of posted) {
    const search = current.reply?.mailNumber?.toLowerCase() ?? ''
    const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 100, search })
    t.ok(
      cases.some((one) => one.id === id),
      search,
    )
  }
  const rows = await db.app<{ id: string; organ: string; number: string }>(
    'select case_id as id, organ, document_number as number from letters where document_number is not null',
  )
  t.ok(rows.length > 40)
  for (const { id, organ, number } of rows) {
    const { cases } = await cabinet.listCases({ organ, limit: 100, search: number })
    t.ok(
      cases.some((one) => one.id === id),
      number,
    )
  }
})

t.test('检索 | with everything else that a list asks for, and a page after the other', async (t) => {
  const search = '青禾'
  const all = (await cabinet.listCases({ organ: ['QHZR', 'QHZF', 'QHZ'], limit: 100, search })).cases
  t.ok(all.length > 10)
  const ids = (cases: readonly KeptCase[]) => cases.map(({ id }) => id)
  const some = { organ: ['QHZR', 'QHZF', 'QHZ'], search }
  for (const state of new Set(all.map(({ current }) => current.at.state))) {
    const { cases } = await cabinet.listCases({ ...some, limit: 100, state })
    t.strictSame(ids(cases), ids(all.filter(({ current }) => current.at.state === state)), state)
  }
  const officer = all.find((one) => one.current.officer)?.current.officer ?? ''
  const his = await cabinet.listCases({ ...some, limit: 100, officer })
  t.strictSame(ids(his.cases), ids(all.filter(({ current }) => current.officer === officer)))
  const withRemedies = await cabinet.listCases({ ...some, limit: 100, withRemedies: true })
  t.strictSame(ids(withRemedies.cases), ids(all.filter(({ current }) => current.remedies.length > 0)))
  const paged: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await cabinet.listCases({ ...some, limit: 3, after })
    paged.push(...ids(page.cases))
    after = page.next ?? undefined
    more = page.next !== null
  }
  t.strictSame(paged, ids(all))
})

t.test('检索 | erased words are found no more', async (t) => {
  const [old] = (await cabinet.listCases({ organ: 'QHZ', limit: 1, state: 'archived' })).cases
  const words = old?.current.information.description ?? ''
  const search = async () => (await cabinet.listCases({ organ: 'QHZ', limit: 100, search: words })).cases
  t.match(await search(), [{ id: old?.id }])
  await cabinet.eraseWords('QHZ', old?.id ?? '', new Date())
  t.strictSame(await search(), [])
  const number = (await cabinet.listCases({ organ: 'QHZ', limit: 100, search: old?.current.number ?? '' })).cases
  t.match(number, [{ id: old?.id }], 'by its number it still is')
  const kept = await db.owner<{ said: string }>('select said from case_search where case_id = $1', [old?.id])
  t.notMatch(kept[0]?.said, words, 'nor do they lie where one searches')
})

t.test('查重 | the same applicant’s other requests, and which of them say the same', async (t) => {
  const mine = (await cabinet.listCases({ organ: 'QHZR', limit: 100, search: '张桂兰' })).cases
  t.equal(mine.length, 2)
  const [late, early] = mine
  const found = await cabinet.related('QHZR', late?.id ?? '')
  t.match(found, [{ double: true, kept: { id: early?.id } }])
  t.strictSame(await cabinet.related('QHZF', late?.id ?? ''), [], 'never across organs')
  t.strictSame(await cabinet.related('QHZR', 'nonsense'), [])
})

t.test('复议诉讼 | only cases that went to review, to court or to a complaint', async (t) => {
  const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 100, withRemedies: true })
  const all = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases
  t.strictSame(
    cases.map(({ id }) => id),
    all.filter(({ current }) => current.remedies.length > 0).map(({ id }) => id),
  )
})

t.test('人员 | everybody of the organ with what is in their hands', async (t) => {
  const people = await cabinet.colleagues('QHZR')
  const officer = people.find(({ displayName }) => displayName === '王建国')
  t.match(officer, { name: 'qhzr-officer', roles: ['officer'] })
  const [{ n } = { n: 0 }] = await db.owner<{ n: number }>(
    `select count(*)::int as n from cases where organ = 'QHZR' and officer = '王建国'
      and not is_drill and state not in ('served', 'abandoned', 'withdrawn', 'archived')`,
  )
  t.equal(officer?.openCases, n)
  t.ok(n > 0)
})

/** Counted day by day on the court's own calendar. */
const colourBy = (on: string, { next }: Line): string => {
  if (!next) return 'grey'
  const left = days.filter((day) => day > on && day <= next.dueOn && working(day)).length
  return left === 0 ? 'red' : left <= 3 ? 'yellow' : 'blue'
}

t.test('期限的颜色 | every list is narrowed to a colour over all its pages, on every day of two months', async (t) => {
  const seen = new Map<string, number>()
  const from = days.indexOf('2026-10-25')
  for (const on of days.slice(from, from + 60)) {
    const head = await (await open(on as Day))('qhzr-office-head')
    const lines = await all(head, 'sort=due')
    for (const line of lines) {
      const colour = colourBy(on, line)
      if (line.colour !== colour) t.fail(`${on}: due ${line.next?.dueOn} is ${line.colour}, counted ${colour}`)
      const edge = `${colour} ${line.next ? Math.min(4, Math.max(0, line.next.left)) : ''}`
      seen.set(edge, (seen.get(edge) ?? 0) + 1)
    }
    for (const colour of ['red', 'yellow', 'blue', 'grey']) {
      const wanted = lines.filter((line) => line.colour === colour).map(({ id }) => id)
      const found = (await all(head, `sort=newest&colour=${colour}`)).map(({ id }) => id)
      if (found.join() !== wanted.join()) t.strictSame(found, wanted, `${on} ${colour}`)
    }
  }
  t.strictSame([...seen.keys()].toSorted(), ['blue 4', 'grey ', 'red 0', 'yellow 1', 'yellow 2', 'yellow 3'])
  t.ok(
    [...seen.values()].every((times) => times > 5),
    JSON.stringify([...seen]),
  )
  const head = await (await open())('qhzr-office-head')
  const both = (await all(head, 'colour=blue&q=青禾')).map(({ id }) => id)
  const one = (await all(head, 'sort=due&q=青禾')).filter(({ colour }) => colour === 'blue').map(({ id }) => id)
  t.ok(one.length > 0)
  t.strictSame(both, one, 'together with words')
  t.match((await head('/cases?colour=pink')).json(), { status: 400, detail: /red、yellow、blue/ })
})

t.test('存为表格 | the whole list as a workbook and as text, covered as the list is, nothing a formula', async (t) => {
  const applicant = { kind: 'legalPerson', name: '＝WEBSERVICE(1)公司', creditCode: '91330106MA2AXXXX0X' }
  const input = {
    ...{ channel: 'inPerson', applicant, information: { description: '=1+1 和“引号”,逗号' } },
    form: { medium: 'paper', method: 'mail' },
  }
  const order = { organ: 'QHZR', command: 'receiveRequest', input, on: today, actor: { role: 'registrar' } } as const
  const kept = await handle(cabinet.store, order)
  t.ok(kept.ok, JSON.stringify(kept))
  const sitting = await open()
  const registrar = await sitting('qhzr-registrar')
  const lines = await all(registrar, 'sort=newest')
  t.ok(lines.length > 10)
  const { states, dues } = (await registrar('/words')).json()
  const rows = lines.map(({ next, organ, ...line }) => [
    ...[line.number, line.receivedOn, line.applicant, line.title, line.description, states[line.state as string]],
    ...[line.officer, next && dues[(next as never as { what: string }).what], next?.dueOn],
    (organ as { name: string }).name,
  ])
  const head = [
    '受理编号',
    '收到日期',
    '申请人',
    '信息名称',
    '申请内容',
    '状态',
    '经办人',
    '期限',
    '到期日',
    '办理机关',
  ]
  const wanted = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '').replace(/^[=＝]/, "'$&")))

  const csv = await registrar('/case-table?sort=newest&form=csv')
  t.match(csv.headers, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': /filename="cases.csv"; filename\*=UTF-8''%E6%A1%88.*2026-11-18\.csv$/,
    'cache-control': 'no-store',
  })
  t.equal(csv.body.charCodeAt(0), 0xfeff)
  const cells = csv.body.slice(1).split('\r\n').slice(0, -1)
  t.strictSame(
    cells.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell?.replaceAll('""', '"'))),
    wanted,
  )

  const book = await registrar('/case-table?sort=newest')
  t.match(book.headers['content-disposition'], /cases\.xlsx/)
  const files = unzip(book.rawPayload)
  const part = (name: string) => files.find((file) => file.name === name)?.bytes.toString() ?? ''
  const sheet = part('xl/worksheets/sheet1.xml')
  const plain = (xml: string) =>
    xml.replace(
      /&(quot|lt|gt|apos|amp|#39);/g,
      (_, one) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[one as 'lt'] ?? "'",
    )
  const inBook = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell = '']) => plain(cell.replace(/<[^>]+>/g, ''))),
  )
  t.strictSame(inBook, wanted)
  t.notMatch(sheet, /<f[ >]/, 'no formula')
  t.match(sheet, /<pane ySplit="1"[^>]*state="frozen"\/>/, 'the head stays in sight')
  t.match(sheet, `<autoFilter ref="A1:J${wanted.length}"/>`, 'and filters')
  t.match(part('xl/workbook.xml'), /_xlnm\.Print_Titles[^>]*>'案件列表'!\$1:\$1</)
  t.match(part('docProps/core.xml'), /青禾县自然资源局/)

  const red = (await registrar('/case-table?colour=red&form=csv')).body.split('\r\n')
  t.equal(red.length - 2, (await all(registrar, 'colour=red')).length, 'narrowed as the list is')

  const above = await sitting('qhzf-supervisor')
  const seen = await all(above, 'supervised=true')
  const covered = (await above('/case-table?supervised=true&form=csv')).body
  t.equal(covered.split('\r\n').length - 2, seen.length, 'of several organs')
  for (const { applicant } of seen) t.ok(covered.includes(String(applicant)))
  t.notMatch(covered, /张桂兰/, 'who asks is covered')

  t.equal((await (await sitting('qhzr-admin'))('/case-table')).statusCode, 403)
  const log = await db.owner<{ name: string; act: string }>(
    `select name, act from security_log where act = 'exportCases' order by id`,
  )
  t.strictSame(
    log.map(({ name }) => name),
    ['qhzr-registrar', 'qhzr-registrar', 'qhzr-registrar', 'qhzf-supervisor'],
    'who took it away is written down',
  )
})

t.test('存为表格 | five thousand rows are a file, one more is refused with what to do', async (t) => {
  const [one] = (await cabinet.listCases({ organ: 'QHZR', limit: 1 })).cases
  for (const [count, status] of [
    [5000, 200],
    [5001, 422],
  ] as const) {
    let left = count
    const many = (over: typeof cabinet): typeof cabinet => ({
      ...over,
      as: (acting) => many(over.as(acting)),
      listCases: async ({ limit }) => {
        const cases = Array.from({ length: Math.min(limit, left) }, () => one as KeptCase)
        left -= cases.length
        return { cases, next: left > 0 ? 'more' : null }
      },
    })
    const registrar = await (await open(today, many(cabinet)))('qhzr-registrar')
    const answer = await registrar('/case-table?form=xlsx')
    t.equal(answer.statusCode, status)
    if (status === 422) t.match(answer.json(), { title: '列表太长', detail: /超过5000件.*分几次导出/ })
    else t.equal([...answer.rawPayload.toString('latin1').matchAll(/<row /g)].length, 5001)
  }
})
