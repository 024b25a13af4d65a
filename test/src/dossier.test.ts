import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApi } from '@zhiqing/api'
import { type CabinetKeeper, hashPassword, loadKeys } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { done, furnish, ORGAN } from './db/office.js'
import { textOf } from './pdf.js'
import { type Unzipped, unzip } from './unzip.js'

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-dossier-'))
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

const password = '青禾镇 东湾村 2026'
const staff: Readonly<Record<string, readonly Role[]>> = {
  李登记: ['registrar'],
  王经办: ['officer'],
  何经办: ['officer'],
  赵主任: ['officeHead'],
  钱法制: ['legalReviewer'],
  吴复议: ['remedyClerk'],
  协查员: ['assistant'],
  孙局长: ['signatory'],
  周督查: ['supervisor'],
  郑统计: ['statistician'],
  冯系统: ['admin'],
}
await furnish(cabinet)
const passwordHash = await hashPassword(password)
for (const [name, roles] of Object.entries(staff))
  await cabinet.keepPerson({ organ: ORGAN, name, displayName: name, roles, passwordHash })
await cabinet.keepPerson({ organ: 'QHJY', name: '陈教育', displayName: '陈教育', roles: ['registrar'], passwordHash })

/** Words that only the third party and those who wrote to it know. */
const party = '东湾砂石经营部'
const reasons = '进价和客户名单一经公开，同行即可压价'
const idNumber = '11010519491231002X'

/** A whole life: corrected, asked of a third party that objects, discussed, given out all the same, sent twice, served. */
const lived = async (keeper: CabinetKeeper): Promise<{ id: string; number: string; queryCode: string }> => {
  const at = (name: Parameters<typeof done>[1], day: string, input: unknown = {}, person = '王经办') =>
    done(keeper, name, { caseId: id, day, input, person })
  const { id, number, queryCode } = await done(keeper, 'receiveRequest', {
    day: '2025-06-03',
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name: '陈䶮', idType: '居民身份证', idNumber, phone: '13800000102' },
      information: { description: '青禾镇2023年砂石采购合同' },
      form: { medium: 'paper', method: 'mail' },
    },
  })
  await at('registerRequest', '2025-06-03', { officer: '王经办' })
  await at('assignOfficer', '2025-06-04', { officer: '王经办' })
  await at('requestCorrection', '2025-06-05', {
    guidance: '可以写明文件名称、文号或者形成年份',
    items: ['请写明合同的年份'],
  })
  await at('recordLetterService', '2025-06-06', { letter: 'P01', servedOn: '2025-06-06' })
  await at('receiveCorrection', '2025-06-09', { content: '2023年第二批' })
  await at('recordSearch', '2025-06-10', { systems: ['=合同系统'], keywords: ['砂石'], people: ['王'], found: true })
  await at('consultThirdParty', '2025-06-11', { id: '甲', party, interest: '商业秘密', information: '一份采购合同' })
  await at('recordLetterService', '2025-06-12', { letter: 'P04', consultation: '甲', servedOn: '2025-06-12' })
  await at('recordOpinion', '2025-06-16', { id: '甲', opinion: 'object', reasons })
  await at('openDiscussion', '2025-06-17', { question: `${party}的理由是否成立`, members: ['钱法制'] })
  await at('closeDiscussion', '2025-06-17', { conclusion: '单价已经公示，理由不成立' })
  await at('decide', '2025-06-18', {
    outcome: 'G2',
    items: ['采购合同'],
    route: '随函附送',
    overruled: [{ id: '甲', content: '采购合同', reason: '单价已经公示' }],
  })
  await at('submitDraft', '2025-06-18', { text: '拟予以公开' })
  await at('approveDraft', '2025-06-19', { secrecyReviewedOn: '2025-06-19' }, '钱法制')
  await at('signReply', '2025-06-19', {}, '孙局长')
  await at('dispatchReply', '2025-06-19', { method: 'mail', mailNumber: 'EMS1001' })
  await at('recordService', '2025-06-24', { returnedOn: '2025-06-24' })
  await at('dispatchReply', '2025-06-25', { method: 'mail', mailNumber: 'EMS1002' })
  await at('recordService', '2025-06-27', { servedOn: '2025-06-27' })
  if (!number || !queryCode) throw new Error('no number')
  return { id, number, queryCode }
}

const { id, number, queryCode } = await lived(cabinet)

const logged: { event: string; [field: string]: unknown }[] = []
const log = {
  info: (event: string, more?: object) => void logged.push({ event, ...more }),
  error: (event: string, more?: object) => void logged.push({ event, ...more }),
}
const now = (): Date => new Date('2025-07-01T02:00:00Z')
const app = buildApi({ cabinet, press, log, today: () => '2025-07-01' as Day, now })
await app.ready()
t.teardown(() => app.close())

const get = async (name: string, query = '', caseId = id) => {
  const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
  const headers = { authorization: `Bearer ${signed.json().token}` }
  return app.inject({ url: `/api/v1/cases/${caseId}/dossier.zip${query}`, headers })
}
const taken = async (query = ''): Promise<Unzipped[]> => {
  const answer = await get('李登记', query)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return unzip(answer.rawPayload)
}

const named = (files: readonly Unzipped[], name: string): string => {
  const found = files.find((file) => file.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found.bytes.toString()
}
const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

interface LedgerLine {
  readonly version: number
  readonly prevHash: string
  readonly hash: string
  readonly canon?: string
  readonly words?: string | null
  readonly salt?: string | null
  readonly withheld?: boolean
  readonly masked?: boolean
}
const ledgerOf = (files: readonly Unzipped[]): LedgerLine[] =>
  named(files, '台账.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What 核验说明.txt tells everybody to do, done by hand; the faults that it finds. */
const checked = (files: readonly Unzipped[]): string[] => {
  const told = named(files, '核验说明.txt')
  const caseId = /案件标识：(\S+)/.exec(told)?.[1] ?? ''
  const head = /末条散列：([0-9a-f]{64})/.exec(told)?.[1]
  const faults: string[] = []
  let before = sha256(caseId)
  for (const [i, row] of ledgerOf(files).entries()) {
    const { version, prevHash, hash, canon, words, salt } = row
    if (version !== i + 1 || prevHash !== before) faults.push(`link ${i + 1}`)
    before = hash
    if (row.withheld) continue
    if (sha256(Buffer.from(prevHash, 'hex'), canon ?? '') !== hash) faults.push(`hash ${version}`)
    const digest = JSON.parse(canon ?? '').payload.words
    if (row.masked) {
      if (salt !== null || !digest) faults.push(`masked ${version}`)
    } else if (digest && sha256(Buffer.from(salt ?? '', 'hex'), words ?? '') !== digest) faults.push(`words ${version}`)
  }
  if (before !== head) faults.push('head')
  for (const line of named(files, 'SHA256SUMS').trimEnd().split('\n')) {
    const [digest, name = ''] = line.split('  ')
    const file = files.find((one) => one.name === name)
    if (!file || sha256(file.bytes) !== digest) faults.push(`sum ${name}`)
  }
  return faults
}

/** The Python program of 核验说明.txt, run by Python on what Python unzipped; null where there is no Python. */
const checkedByPython = (archive: Buffer, change?: [from: string, to: string]): string | null => {
  const place = mkdtempSync(join(folder, 'python-'))
  writeFileSync(join(place, 'a.zip'), archive)
  const python = (...args: string[]) => spawnSync('python3', args, { cwd: place, encoding: 'utf8' })
  const out = python(
    '-c',
    'import zipfile; z = zipfile.ZipFile("a.zip"); assert z.testzip() is None; z.extractall(".")',
  )
  if (out.error) return null
  const text = readFileSync(join(place, '核验说明.txt'), 'utf8')
  writeFileSync(join(place, 'check.py'), /--------8<--------\n([\s\S]*)\n-------->8--------/.exec(text)?.[1] ?? '')
  if (change) {
    const ledger = join(place, '台账.jsonl')
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(...change))
  }
  const { stdout, stderr, status } = python('check.py')
  return `${status} ${stdout}${stderr}`
}

t.test('R63 案卷 | the file of a case: letters in order, data after them, each name plain Chinese', async (t) => {
  const answer = await get('李登记')
  t.equal(answer.statusCode, 200)
  t.match(answer.headers, {
    'content-type': 'application/zip',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="dossier.zip"; filename*=UTF-8''${encodeURIComponent(`案卷-${number}.zip`)}`,
  })
  const files = unzip(answer.rawPayload)
  t.strictSame(
    files.map(({ name }) => name),
    [
      '00-案卷目录.pdf',
      '01-登记回执-青自然资公开告〔2025〕1号.pdf',
      '02-登记表.pdf',
      '03-补正告知书-青自然资公开告〔2025〕2号.pdf',
      '04-检索记录.pdf',
      '05-征求意见书（第三方）-青自然资公开询〔2025〕1号.pdf',
      '06-征求意见告知书（致申请人）-青自然资公开告〔2025〕3号.pdf',
      '07-会商纪要.pdf',
      '08-拟办审核签发单.pdf',
      '09-答复书（予以公开）-青自然资公开答〔2025〕1号.pdf',
      '10-依申请公开告知书（致第三方）-青自然资公开告〔2025〕4号.pdf',
      '办理过程.html',
      '送达记录.csv',
      '台账.jsonl',
      '核验说明.txt',
      'SHA256SUMS',
    ],
  )
  t.ok(files.every(({ utf8 }) => utf8))
  t.strictSame(
    files.map(({ day }) => day).slice(0, 5),
    ['2025-06-27', '2025-06-03', '2025-06-03', '2025-06-05', '2025-06-10'],
    'the days of the case, never that of the making',
  )
  t.match(
    logged.findLast(({ event }) => event === 'dossier'),
    { case: id, withoutThirdParties: false, findings: [] },
  )
})

t.test('R63 案卷 | every letter but the receipt and the sheet L08 is the kept bytes', async (t) => {
  const files = await taken()
  for (const n of [2, 3, 4, 5, 6, 7, 9, 10]) {
    const letter = await cabinet.letter(ORGAN, id, n)
    const file = files.find(({ name }) => name.startsWith(`${String(n).padStart(2, '0')}-`))
    t.ok(file && letter?.pdf && Buffer.compare(file.bytes, Buffer.from(letter.pdf)) === 0, `letter ${n}`)
    t.equal(sha256(file?.bytes ?? ''), letter?.sha256)
  }
})

t.test(
  'R55 R63 案卷 | the sheet L08 tells who signed, on which day, under which number; its words as issued stay',
  async (t) => {
    const file = (await taken()).find(({ name }) => name.startsWith('08-'))
    const text = (await textOf(file?.bytes ?? Buffer.of())).replace(/\s+/g, '')
    t.match(text, '文书文号青自然资公开答〔2025〕1号')
    t.match(text, '拟办人王经办拟办日期2025年6月18日审核人钱法制审核日期2025年6月19日签发人孙局长签发日期2025年6月19日')
    const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name: '王经办', password } })
    const headers = { authorization: `Bearer ${signed.json().token}` }
    const page = await app.inject({ url: `/api/v1/cases/${id}/letters/8.pdf`, headers })
    t.equal(
      Buffer.compare(page.rawPayload, file?.bytes ?? Buffer.of()),
      0,
      'the same paper where a letter is looked at',
    )
    const copy = await app.inject({ url: `/api/v1/cases/${id}/letters/8.docx`, headers })
    t.equal(copy.statusCode, 200)
    const words = unzip(copy.rawPayload, true)
      .find(({ name }) => name === 'word/document.xml')
      ?.bytes.toString()
    t.match(words, '孙局长')
    const letter = await cabinet.letter(ORGAN, id, 8)
    t.match(letter, { code: 'L08', pdf: null, fields: { 签发人: null, 签发日期: null } }, 'kept nowhere')
  },
)

const printedDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

t.test('L14 案卷目录 | lists exactly the other files: place, title, number, day, pages', async (t) => {
  const files = await taken()
  const text = (await textOf(files[0]?.bytes ?? Buffer.of())).replace(/\s+/g, '')
  const rows = files.slice(1).map(({ name, bytes, day }, i) => {
    const [, title = name, documentNumber = '无'] = /^\d\d-([^-]+)(?:-(.+))?\.pdf$/.exec(name) ?? []
    const pages = name.endsWith('.pdf') ? bytes.toString('latin1').split('/Type /Page\n').length - 1 : '电子'
    return `${String(i + 1).padStart(2, '0')}${title}${documentNumber}${printedDay(day)}${pages}`
  })
  // A long cell is read line by line with its neighbours: the order within the table is not that of its cells.
  const table = text
    .slice(text.indexOf('页数') + 2, text.indexOf('二、说明'))
    .replaceAll('序号题名文号日期页数', '')
    .replace(/—\d+—/g, '')
  t.equal([...table].toSorted().join(''), [...rows.join('')].toSorted().join(''), 'every cell, and no other')
  for (const row of rows) t.ok(table.includes(row.slice(0, 5)), row)
  t.match(text, new RegExp(`共${ledgerOf(files).length}条`))
  t.match(text, ledgerOf(files).at(-1)?.hash)
})

t.test('R60 送达记录 | each letter with its way and its proof; a reply sent twice has two rows', async (t) => {
  const files = await taken()
  const rows = named(files, '送达记录.csv')
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'))
  const of = (code: string) => rows.filter((row) => row[1] === code)
  const ledger = ledgerOf(files)
  const typeOf = (version: string | undefined): string => JSON.parse(ledger[Number(version) - 1]?.canon ?? '').type
  t.strictSame(of('P01')[0]?.slice(5, 11), ['2025-06-05', '', '', '', '', '2025-06-06'])
  t.strictSame(of('P01')[0]?.[11]?.split(' ').map(typeOf), ['LetterIssued', 'LetterServed'])
  t.equal(of('P04')[0]?.[4], party)
  t.strictSame(
    of('S02').map((row) => row.slice(5, 11)),
    [
      ['2025-06-19', '2025-06-19', '邮寄送达', 'EMS1001', '2025-06-24', ''],
      ['2025-06-19', '2025-06-25', '邮寄送达', 'EMS1002', '', '2025-06-27'],
    ],
  )
  t.strictSame(of('S02')[1]?.[11]?.split(' ').map(typeOf), ['ReplyDispatched', 'ReplyServed'])
  for (const row of rows.slice(1)) t.equal(row[12], ledger[Number(row[11]?.split(' ').at(-1)) - 1]?.hash, row[2] ?? '')
})

t.test('R63 办理过程 | the course is readable, escaped, and does not read out an id number', async (t) => {
  const html = named(await taken(), '办理过程.html')
  for (const words of [
    party,
    reasons,
    '2023年第二批',
    '=合同系统',
    '单价已经公示',
    '拟予以公开',
    '2025年6月16日',
    '条例第三十一条第（一）项',
  ])
    t.ok(html.includes(words), words)
  t.notMatch(html, idNumber)
  t.notMatch(html, /<script|\bundefined\b|\[object/)
})

t.test('R64 核验 | the chain can be re-computed by what the file itself tells, by us and by Python', async (t) => {
  const answer = await get('吴复议')
  const files = unzip(answer.rawPayload)
  t.strictSame(checked(files), [])
  const [first, ...rest] = ledgerOf(files)
  t.match(first?.words, /"idNumber":"110105\*{8}002X"/, 'the private words are in, but for the covered number')
  t.strictSame([first?.masked, first?.salt], [true, null], 'without the salt the digits behind it are not guessed')
  t.ok(rest.every((row) => row.masked === undefined && (row.words === null || row.salt !== null)))
  t.match(named(files, '核验说明.txt'), '台账第1条中的证件号码已经遮盖')
  const python = checkedByPython(answer.rawPayload)
  if (python === null) t.comment('本机没有 python3，没有用第二种工具核对')
  else t.equal(python, '0 核验无误\n第1条的证件号码已经遮盖，这几条的文字没有与摘要核对\n')
})

t.test(
  'R64 核验 | a covered row is held to its chain all the same, and its words cannot be put for others',
  async (t) => {
    const files = unzip((await get('吴复议')).rawPayload)
    const day = (bytes: Buffer) => Buffer.from(bytes.toString().replace('2025-06-03', '2025-06-02'))
    const changed = files.map((file) => (/台账/.test(file.name) ? { ...file, bytes: day(file.bytes) } : file))
    t.strictSame(checked(changed), ['hash 1', 'sum 台账.jsonl'])
    const [first] = ledgerOf(files)
    const digest = JSON.parse(first?.canon ?? '').payload.words
    t.match(digest, /^[0-9a-f]{64}$/, 'the digest of the words as they were said stands in the chain')
    for (let day = 0; day < 366 * 130; day++) {
      const date = new Date(Date.UTC(1900, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
      if (sha256(first?.words?.replace('*'.repeat(8), date) ?? '') === digest) t.fail('guessed from the birthdays')
    }
  },
)

t.test(
  'R64 证件号码完整的案卷 | for a reason, on record first: every row is recomputed, by us and by Python',
  async (t) => {
    const ask = async (name: string, reason: string) => {
      const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
      const headers = { authorization: `Bearer ${signed.json().token}` }
      return app.inject({ method: 'POST', url: `/api/v1/cases/${id}/dossier.zip`, headers, payload: { reason } })
    }
    const log = () =>
      database.owner(
        "select name, case_id, reason from security_log where act = 'fullDossier' order by security_log.id",
      )
    for (const [name, status] of Object.entries({ 钱法制: 403, 何经办: 403, 孙局长: 403, 陈教育: 404, 协查员: 404 }))
      t.equal((await ask(name, '试')).statusCode, status, name)
    t.equal((await ask('吴复议', '')).statusCode, 400, 'not without a reason')
    t.strictSame(await log(), [])
    const answer = await ask('吴复议', '法院调取，核对台账')
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, { 'cache-control': 'no-store', 'content-disposition': /^attachment/ })
    t.strictSame(await log(), [{ name: '吴复议', case_id: id, reason: '法院调取，核对台账' }])
    const files = unzip(answer.rawPayload)
    t.strictSame(checked(files), [])
    t.match(ledgerOf(files)[0]?.words, idNumber)
    t.ok(ledgerOf(files).every((row) => row.masked === undefined))
    t.notMatch(named(files, '核验说明.txt'), /已经遮盖（/)
    const python = checkedByPython(answer.rawPayload)
    if (python !== null) t.equal(python, '0 核验无误\n')
  },
)

t.test('R64 核验 | one changed byte is found: in a letter, in a word, in a day, in the order', async (t) => {
  const answer = await get('李登记')
  const whole = unzip(answer.rawPayload)
  const changed = (name: RegExp, change: (bytes: Buffer) => Buffer): string[] =>
    checked(whole.map((file) => (name.test(file.name) ? { ...file, bytes: change(file.bytes) } : file)))
  const words = (from: string, to: string) => (bytes: Buffer) => Buffer.from(bytes.toString().replace(from, to))
  t.match(
    changed(/^03-/, (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(0)])),
    [/^sum 03-/],
  )
  t.strictSame(changed(/台账/, words(reasons, `${reasons}。`)).length, 2, 'the words and the sum')
  t.match(changed(/台账/, words('2025-06-16', '2025-06-17')), [/^hash /, 'sum 台账.jsonl'])
  const swapped = changed(/台账/, (bytes) => {
    const lines = bytes.toString().split('\n')
    return Buffer.from([lines[1], lines[0], ...lines.slice(2)].join('\n'))
  })
  t.match(swapped, ['link 1', 'link 2', 'link 3', 'sum 台账.jsonl'])
  const python = checkedByPython(answer.rawPayload, ['2025-06-16', '2025-06-17'])
  if (python !== null) t.match(python, /^1 第\d+条的散列不符\n台账\.jsonl 与 SHA256SUMS 不符/)
})

t.test('R63 案卷 | the same ledger gives the same bytes', async (t) => {
  const [one, other] = [await get('李登记'), await get('赵主任')]
  t.equal(Buffer.compare(one.rawPayload, other.rawPayload), 0)
})

t.test('R81 查询码 | the query code is nowhere in the file, and the kept receipt still has it', async (t) => {
  const files = await taken()
  const groups = [queryCode, `${queryCode.slice(0, 4)}-${queryCode.slice(4, 8)}-${queryCode.slice(8)}`]
  for (const { name, bytes } of files) {
    const text = name.endsWith('.pdf') ? (await textOf(bytes)).replace(/\s+/g, '') : bytes.toString()
    for (const code of groups) t.notOk(text.includes(code), `${name} ${code}`)
  }
  t.match((await textOf(files[1]?.bytes ?? Buffer.of())).replace(/\s+/g, ''), '查询码：****-****-*****')
  const receipt = await cabinet.letter(ORGAN, id, 1)
  t.equal(receipt?.pdf, null, 'the covered print was not kept as the letter')
  t.equal(receipt?.fields.查询码, queryCode, 'which still waits for its own press')
})

t.test(
  'R85 申请人副本 | leaves out third parties, their letters, opinions and every inner paper that quotes them',
  async (t) => {
    const files = await taken('?withoutThirdParties=true')
    const names = files.map(({ name }) => name)
    t.strictSame(
      names.filter((name) => name.endsWith('.pdf')).map((name) => name.split('-')[1]?.replace('.pdf', '')),
      [
        '案卷目录',
        '登记回执',
        '登记表',
        '补正告知书',
        '检索记录',
        '征求意见告知书（致申请人）',
        '拟办审核签发单',
        '答复书（予以公开）',
      ].map((name) => name),
      'P04, P06 and the minutes that name the third party are out',
    )
    for (const { name, bytes } of files) {
      const text = name.endsWith('.pdf') ? (await textOf(bytes)).replace(/\s+/g, '') : bytes.toString()
      for (const words of [party, reasons, '不同意公开', '"甲"', '商业秘密'])
        t.notOk(text.includes(words), `${name} ${words}`)
    }
    t.strictSame(checked(files), [], 'and its chain still holds together')
    t.match(named(files, '核验说明.txt'), /本副本不附第三方材料。台账第[\d、]+条/)
    const left = ledgerOf(files).filter(({ withheld }) => withheld)
    t.ok(left.length >= 6, `${left.length} rows`)
    for (const row of left) t.strictSame(Object.keys(row).toSorted(), ['hash', 'prevHash', 'version', 'withheld'])
    t.match((await textOf(files[0]?.bytes ?? Buffer.of())).replace(/\s+/g, ''), '不附第三方材料的副本')
    t.match((await get('李登记', '?withoutThirdParties=yes')).statusCode, 400)
  },
)

t.test(
  'R55 案卷 | who may take it: registrar, own officer, reviewer, remedy clerk, office head; nobody else',
  async (t) => {
    const expected: Readonly<Record<string, number>> = {
      李登记: 200,
      王经办: 200,
      赵主任: 200,
      钱法制: 200,
      吴复议: 200,
      何经办: 403,
      协查员: 404,
      孙局长: 403,
      周督查: 404,
      郑统计: 403,
      冯系统: 404,
      陈教育: 404,
    }
    for (const [name, status] of Object.entries(expected)) {
      const answer = await get(name)
      t.equal(answer.statusCode, status, name)
      if (status !== 200) t.match(answer.headers, { 'content-type': /^application\/problem\+json/ })
    }
    t.equal((await app.inject({ url: `/api/v1/cases/${id}/dossier.zip` })).statusCode, 401)
    t.equal((await get('李登记', '', '00000000-0000-4000-8000-000000000000')).statusCode, 404)
  },
)

const cli = (...args: string[]) => {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'dossier', ...args], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

t.test('命令 | zhiqing dossier writes the same bytes as the route; wrong use is told', async (t) => {
  const out = join(folder, 'case.zip')
  const ran = cli(number, '--out', out, '--json')
  t.match(ran, { status: 0 }, ran.stderr)
  const line = JSON.parse(ran.stdout)
  t.match(line, { number, out, withoutThirdParties: false, findings: [] })
  t.equal(Buffer.compare(readFileSync(out), (await get('李登记')).rawPayload), 0)
  t.strictSame(
    line.files,
    unzip(readFileSync(out)).map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
  )
  const copy = cli(number, '--out', join(folder, 'copy.zip'), '--without-third-parties')
  t.match(copy, { status: 0, stdout: /13个文件/ }, copy.stderr)
  t.match(cli(number), { status: 2, stderr: /请给出 --out/ })
  t.match(cli('--out', out), { status: 2, stderr: /请写明一个受理编号/ })
  t.match(cli('QHZR199900001', '--out', out), { status: 1, stderr: /^没有受理编号为“QHZR199900001”的案件[^\n]*\n$/ })
  t.match(cli(number, '--out', join(folder, 'none', 'a.zip')), { status: 1, stderr: /^写不了[^\n]*\n$/ })
})

/** Each letter is waited for until the reader took it: what a wait listens for goes with it, or Node warns on stderr. */
t.test('命令 | a dossier of many letters says nothing on the side', async (t) => {
  const description = '青禾镇2024年砂石采购合同'
  const { id: caseId, number } = await done(cabinet, 'receiveRequest', {
    day: '2025-06-03',
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name: '陈多', idType: '居民身份证', idNumber },
      information: { description },
      form: { medium: 'paper', method: 'pickup' },
    },
  })
  const at = (name: Parameters<typeof done>[1], day: string, input: unknown) =>
    done(cabinet, name, { caseId, day, input, person: '王经办' })
  await at('registerRequest', '2025-06-03', { officer: '王经办' })
  await at('assignOfficer', '2025-06-04', { officer: '王经办' })
  for (const one of '甲乙丙丁戊己庚辛壬癸子丑寅卯')
    await at('consultThirdParty', '2025-06-05', {
      id: one,
      party: `${one}商店`,
      interest: '商业秘密',
      information: description,
    })
  const ran = cli(number ?? '', '--out', join(folder, 'many.zip'), '--json')
  t.match(ran, { status: 0, stderr: '' })
  const letters = unzip(readFileSync(join(folder, 'many.zip'))).filter(({ name }) => name.endsWith('.pdf'))
  t.ok(letters.length >= 16, 'more waits than Node lets be forgotten')
})

/** Behind everybody's back, as `verify` is tested. */
const behind = (sql: string): Promise<unknown> =>
  database.owner(`begin; set local session_replication_role = replica; ${sql}; commit`)

const findings = async (t: Test, what: string, zh: RegExp): Promise<void> => {
  const out = join(folder, 'bad.zip')
  const ran = cli(number, '--out', out)
  t.match(ran, { status: 1, stdout: zh }, `${what}: ${ran.stderr}`)
  t.match(named(unzip(readFileSync(out)), '核验说明.txt'), zh, 'and the file itself says so')
}

t.test('R64 核验 | a ledger or a letter changed in the database is told by the command and in the file', async (t) => {
  await behind(`update letters set pdf = pdf || '\\x00' where case_id = '${id}' and n = 3`)
  await findings(t, 'a byte of a letter', /第3号文书存档的字节与记载的散列不符/)
  await behind(`update letters set pdf = substr(pdf, 1, length(pdf) - 1) where case_id = '${id}' and n = 3`)
  const row = `where case_id = '${id}' and version = 2`
  await behind(`update case_facts set on_day = on_day + 1 ${row}`)
  await findings(t, 'a day', /第2行的内容与其规范文本不一致/)
  await behind(`update case_facts set on_day = on_day - 1 ${row}`)
  t.equal(cli(number, '--out', join(folder, 'again.zip')).status, 0, 'mended')
})

t.test('L47 已删除 | an erased case has no file any more', async (t) => {
  await done(cabinet, 'archiveCase', { caseId: id, day: '2025-06-30' })
  await cabinet.eraseWords(ORGAN, id, new Date())
  t.match((await get('李登记')).json(), { status: 410, type: 'urn:zhiqing:problem:erased' })
  t.match(cli(number, '--out', join(folder, 'erased.zip')), { status: 1, stderr: /已依法删除/ })
})

t.test(
  'R81 查询码 | who hands the receipt over reads the code, and that is written down; nobody else does',
  async (t) => {
    const { id, number, queryCode } = await lived(cabinet)
    const receiptFor = async (name: string) => {
      const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { name, password } })
      const headers = { authorization: `Bearer ${signed.json().token}` }
      const answer = await app.inject({ url: `/api/v1/cases/${id}/letters/1.pdf`, headers })
      t.equal(answer.statusCode, 200, name)
      return (await textOf(answer.rawPayload)).replaceAll(/\s/g, '')
    }
    const handed = () => database.owner(`select name from security_log where act = 'receipt'`)
    for (const name of ['王经办', '何经办', '赵主任', '钱法制', '吴复议', '孙局长', '郑统计']) {
      const text = await receiptFor(name)
      t.ok(text.includes(number), name)
      t.notOk(text.replaceAll('-', '').includes(queryCode.replaceAll('-', '')), `${name} cannot act as the applicant`)
    }
    t.strictSame(await handed(), [])
    t.ok((await receiptFor('李登记')).replaceAll('-', '').includes(queryCode.replaceAll('-', '')))
    t.strictSame(await handed(), [{ name: '李登记' }])
  },
)
