import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApi } from '@zhiqing/api'
import { type CabinetKeeper, hashPassword, loadKeys } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { FieldsError, type LabelOrder, openFonts, openPress, type Postal, printLabels } from '@zhiqing/letters'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { testDatabase } from './database.js'
import { done, furnish, ORGAN } from './db/office.js'
import { textOf } from './pdf.js'

/** Labels and mailing sheets: on paper, over the counter, from the command line (rulebook R60, R61, R81). */

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-mailing-'))
const dataDir = join(folder, 'data')
const database = await testDatabase()
const cabinet = await database.open({ keys: await loadKeys(dataDir) })
const press = openPress()
t.teardown(async () => {
  await press.close()
  await cabinet.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

// ---- paper

const fonts = await openFonts()
const sender: Postal = { name: '青禾县自然资源局办公室', address: '青禾县青禾镇人民路26号', postcode: '000300' }
const zhang: Postal = { name: '张三', address: '青禾县青禾镇东湾村1组', postcode: '000301' }
const labels = (order: Partial<LabelOrder>) =>
  printLabels({ sender, labels: [zhang], sheet: '2x4', skip: 0, ...order }, { fonts, date: '2025-03-28' })

/** Every piece of text with its place on its page, in millimetres from the upper left corner, and its size in points. */
const pieces = async (pdf: Uint8Array) => {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const found: { page: number; text: string; x: number; right: number; y: number; size: number }[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
      const mm = (points: number): number => (points * 25.4) / 72
      found.push({ page, text: item.str, x: mm(x), right: mm(x + item.width), y: 297 - mm(y), size })
    }
  }
  await document.destroy()
  return found
}

// ---- the counter, ready before the first test: a file whose tests are all done ends

const password = '青禾镇 东湾村 2026'
const staff: Readonly<Record<string, readonly Role[]>> = {
  李登记: ['registrar'],
  王经办: ['officer'],
  何经办: ['officer'],
  协查员: ['assistant'],
  钱法制: ['legalReviewer'],
  赵主任: ['officeHead'],
  孙局长: ['signatory'],
  吴复议: ['remedyClerk'],
  郑统计: ['statistician'],
  周督查: ['supervisor'],
  冯系统: ['admin'],
}
await furnish(cabinet)
const passwordHash = await hashPassword(password)
for (const [name, roles] of Object.entries(staff))
  await cabinet.keepPerson({ organ: ORGAN, name, displayName: name, roles, passwordHash })
await cabinet.keepPerson({ organ: 'QHJY', name: '陈教育', displayName: '陈教育', roles: ['registrar'], passwordHash })

const received = async (keeper: CabinetKeeper, name: string, address: string, officer: string) => {
  const { id, number } = await done(keeper, 'receiveRequest', {
    day: '2025-06-03',
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name, phone: '13800000102', address },
      information: { description: `青禾镇2023年采购合同，${name}` },
      form: { medium: 'paper', method: 'mail' },
    },
  })
  await done(keeper, 'registerRequest', { caseId: id, day: '2025-06-03', input: { officer }, person: officer })
  return { id, number: number ?? '' }
}
const one = await received(cabinet, '陈䶮', '青禾县青禾镇人民路1号 000301', '王经办')
const two = await received(cabinet, '刘明', '青禾县青禾镇人民路2号', '何经办')
const bare = await received(cabinet, '孙无址', '', '王经办')

const logged: { event: string; [field: string]: unknown }[] = []
const log = {
  info: (event: string, more?: object) => void logged.push({ event, ...more }),
  error: (event: string, more?: object) => void logged.push({ event, ...more }),
}
const app = buildApi({
  cabinet,
  press,
  log,
  today: () => '2025-07-01' as Day,
  now: () => new Date('2025-07-01T02:00:00Z'),
})
await app.ready()
t.teardown(() => app.close())

const post = async (name: string, payload: object) => {
  const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
  const headers = { authorization: `Bearer ${signed.json().token}` }
  return app.inject({ method: 'POST', url: '/api/v1/mailings', headers, payload })
}
const words = async (answer: { rawPayload: Buffer }): Promise<string> =>
  (await textOf(answer.rawPayload)).replace(/\s/gu, '')

t.test('标签 | addressee, address, code and sender, and not a word of what is sent', async (t) => {
  const { pdf, pages } = await labels({})
  t.equal(pages, 1)
  t.equal(
    (await textOf(pdf)).replace(/\s/gu, ''),
    '000301青禾县青禾镇东湾村1组张三收寄件人：青禾县自然资源局办公室青禾县青禾镇人民路26号邮编000300',
  )
  const none = await labels({ labels: [{ ...zhang, postcode: null }] })
  t.notMatch(await textOf(none.pdf), /000301/, 'boxes for a code that nobody knows stay empty')
  t.equal((await labels({})).sha256, (await labels({})).sha256)
})

t.test('标签 | each lies in its own place: eight or fourteen to a sheet, after those that are used', async (t) => {
  for (const [sheet, rows, top, down, inner] of [
    ['2x4', 4, 13.1, 67.7, 67.7],
    ['2x7', 7, 15.15, 38.1, 38.1],
  ] as const) {
    const all = Array.from({ length: 20 }, (_, i) => ({ ...zhang, name: `收件人${i + 1}号` }))
    const skip = 3
    const { pdf, pages } = await labels({ sheet, labels: all, skip })
    t.equal(pages, Math.ceil((20 + skip) / (2 * rows)), `${sheet}: pages`)
    const found = await pieces(pdf)
    for (let i = 0; i < 20; i++) {
      const place = i + skip
      const at = place % (2 * rows)
      const left = 4.65 + (at % 2) * 101.6
      const upper = top + Math.floor(at / 2) * down
      const name = found.find(({ text }) => text.includes(`收件人${i + 1}号`))
      const inside =
        name &&
        name.page === Math.floor(place / (2 * rows)) + 1 &&
        name.x > left + 2 &&
        name.right < left + 99.1 - 2 &&
        name.y > upper + 2 &&
        name.y < upper + inner - 2
      t.ok(inside, `${sheet}: label ${i + 1} in place ${place + 1} ${JSON.stringify(name)}`)
    }
  }
})

t.test('标签 | a long name wraps in its own size, and what has no room is refused by name, all at once', async (t) => {
  const long = '青禾县禾丰建设工程有限责任公司第五工程项目经理部（东湾村土地整理项目）'
  const sizeOf = async (name: string): Promise<readonly number[]> => {
    const found = await pieces((await labels({ labels: [{ ...zhang, name }] })).pdf)
    const own = found.filter(({ text }) => [...text].some((one) => name.includes(one)) && !text.includes('村1组'))
    return [...new Set(own.filter(({ size }) => size > 13.5).map(({ size }) => Math.round(size * 10) / 10))]
  }
  t.strictSame(await sizeOf('张三'), [16])
  t.strictSame(await sizeOf(long), [16], 'a long name is as big as a short one')
  const { pdf } = await labels({ labels: [{ ...zhang, name: long }] })
  t.ok((await textOf(pdf)).replace(/\s/gu, '').includes(`${long}收`), 'whole')
  for (const piece of await pieces(pdf)) t.ok(piece.right <= 4.65 + 99.1 - 4.5, piece.text)
  const error = await labels({
    sheet: '2x7',
    labels: [zhang, { ...zhang, name: long + long }, { ...zhang, address: '很长的地址'.repeat(40) }],
  }).catch((reason: unknown) => reason)
  t.ok(error instanceof FieldsError)
  t.match((error as FieldsError).faults, [
    { field: 'labels.1', message: /放不下，字号不缩小：请改用 2x4/ },
    { field: 'labels.2', message: /放不下/ },
  ])
})

t.test('标签 | a character that cannot be printed is told, never a box; marks of direction are refused', async (t) => {
  const error = await labels({
    labels: [
      { ...zhang, name: '王\u{2ebef}' },
      { ...zhang, address: '甲\u202e乙' },
    ],
  }).catch((reason: unknown) => reason)
  t.match((error as FieldsError).faults, [
    { field: 'labels.0', message: /U\+2EBEF/ },
    { field: 'labels.1', message: /U\+202E/ },
  ])
})

t.test('R81 接口 | the registrar prints for all cases of the organ, an officer for his own, nobody else', async (t) => {
  const expected: Readonly<Record<string, number>> = {
    李登记: 200,
    王经办: 200,
    何经办: 403,
    协查员: 404,
    钱法制: 403,
    赵主任: 403,
    孙局长: 403,
    吴复议: 403,
    郑统计: 403,
    周督查: 404,
    冯系统: 404,
    陈教育: 404,
  }
  for (const [name, status] of Object.entries(expected)) {
    const answer = await post(name, { paper: 'labels', letters: [{ case: one.id }] })
    t.equal(answer.statusCode, status, `${name}: ${answer.statusCode === status ? '' : answer.body.slice(0, 200)}`)
  }
  const payload = { paper: 'labels', letters: [{ case: one.id }] }
  t.equal((await app.inject({ method: 'POST', url: '/api/v1/mailings', payload })).statusCode, 401)
  const mixed = { paper: 'labels', letters: [{ case: one.id }, { case: two.id }] }
  t.match((await post('王经办', mixed)).json(), { status: 403, detail: new RegExp(two.number) }, 'not one of another')
  t.equal((await post('李登记', mixed)).statusCode, 200)
})

t.test(
  '接口 | labels and sheets of several cases in one file; who printed them is logged, without a name',
  async (t) => {
    const letters = [{ case: one.id }, { case: two.id, letter: 1 }]
    const before = (await cabinet.ledger(ORGAN, one.id)).length
    const answer = await post('李登记', { paper: 'labels', letters, sheet: '2x7', skip: 1 })
    t.match(answer.headers, {
      'content-type': 'application/pdf',
      'content-disposition': /^attachment; filename="labels.pdf"/,
      'cache-control': 'no-store',
    })
    const text = await words(answer)
    for (const said of ['000301青禾县青禾镇人民路1号陈䶮收', '刘明收', '寄件人：青禾县自然资源局'])
      t.ok(text.includes(said), said)
    t.notMatch(text, /回执|QHZR|公开|1380000/, 'nothing of the letter, the case or the telephone')
    const sheets = await post('李登记', { paper: 'ems', letters })
    const ems = await words(sheets)
    for (const said of [one.number, two.number, '登记回执', '13800000102', '收件邮编000301', '邮件号码'])
      t.ok(ems.includes(said), said)
    const printed = logged.filter(({ event }) => event === 'mailing')
    t.match(printed.at(-1), { paper: 'ems', cases: [one.id, two.id], parcels: 2, pages: 2 })
    t.notMatch(JSON.stringify(printed), /陈䶮|人民路|1380/, 'no name, address or number in the log')
    t.equal((await cabinet.ledger(ORGAN, one.id)).length, before, 'no trace in the ledger')
  },
)

t.test('接口 | everything that is wrong at once; what the case does not know comes with the order', async (t) => {
  const refused = (
    await post('李登记', {
      paper: 'labels',
      letters: [{ case: bare.id }, { case: one.id, letter: 99 }, { case: one.id, to: 2 }],
      skip: 9,
    })
  ).json()
  t.match(refused, { status: 400, type: 'urn:zhiqing:problem:invalid' })
  t.strictSame(
    refused.faults.map(({ path }: { path: string }) => path),
    ['letters.0', 'letters.1', 'letters.2', 'skip'],
  )
  const told = { case: bare.id, address: '青禾县青禾镇人民路3号', postcode: '000303' }
  t.match(
    await words(await post('李登记', { paper: 'labels', letters: [told] })),
    /000303青禾县青禾镇人民路3号孙无址收/,
  )
  const long = await post('李登记', { paper: 'labels', sheet: '2x7', letters: [{ ...told, name: '很'.repeat(200) }] })
  t.match(long.json(), { status: 422, detail: /放不下/ })
  for (const bad of [
    { paper: 'cards', letters: [told] },
    { paper: 'labels', letters: [] },
    { paper: 'labels', letters: [{ ...told, postcode: '1' }] },
    { paper: 'labels', letters: [{ ...told, address: '甲\n乙' }] },
    { paper: 'labels', letters: Array.from({ length: 101 }, () => told) },
    { paper: 'labels', letters: [told], sheet: '3x3' },
  ])
    t.equal((await post('李登记', bad)).statusCode, 400, JSON.stringify(bad).slice(0, 60))
  const none = await post('李登记', { paper: 'labels', letters: [{ case: '00000000-0000-4000-8000-000000000000' }] })
  t.equal(none.statusCode, 404)
})

// ---- from the command line

const cli = (...args: string[]) => {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  return spawnSync(process.execPath, [program, 'mailing', ...args], { env, encoding: 'utf8', timeout: 60_000 })
}

t.test('命令 | zhiqing mailing prints labels and sheets of cases, and of a list without any', async (t) => {
  const out = join(folder, 'a.pdf')
  const ran = cli('labels', one.number, `${two.number}/1-1`, '--out', out, '--json')
  t.match(ran, { status: 0 }, ran.stderr)
  t.strictSame(JSON.parse(ran.stdout), { out, letters: 2, pages: 1 })
  t.match((await textOf(readFileSync(out))).replace(/\s/gu, ''), /陈䶮收.*刘明收/u)
  const list = join(folder, 'list.yaml')
  writeFileSync(
    list,
    'sender: { name: 青禾县自然资源局, department: 办公室, address: 人民路26号, telephone: 0000-6200118, postcode: "000300" }\n' +
      'letters: [{ name: 禾丰公司, address: 开发区1号, contents: 征求意见书1份, number: QHZR202500017 }]\n',
  )
  const sheet = cli('ems', '--data', list, '--out', out)
  t.match(sheet, { status: 0, stdout: /1件，1页/ }, sheet.stderr)
  t.match((await textOf(readFileSync(out))).replace(/\s/gu, ''), /禾丰公司.*征求意见书1份，受理编号QHZR202500017/u)
  t.match(cli('labels', bare.number, '--out', out), { status: 1, stderr: /“孙无址”没有地址/ })
  t.match(cli('labels', 'QHZR199900001', '--out', out), { status: 1, stderr: /没有受理编号为/ })
  for (const [args, said] of [
    [['labels', one.number], /请给出 --out/],
    [['cards', one.number, '--out', out], /请写明 labels 或者 ems/],
    [['labels', '--out', out], /请写明受理编号/],
    [['labels', `${one.number}/x`, '--out', out], /应写作/],
    [['labels', one.number, '--out', out, '--sheet', '9x9'], /--sheet 只能是/],
    [['labels', one.number, '--out', out, '--skip', '8'], /0 至 7/],
    [['ems', one.number, '--out', out, '--skip', '1'], /没有 --sheet/],
  ] as const)
    t.match(cli(...args), { status: 2, stderr: said }, args.join(' '))
})
