import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { sealFindings } from '@zhiqing/cli'
import type { SealedLetter } from '@zhiqing/db'
import { bearsSeal, sealedLetters } from '@zhiqing/law'
import {
  coversItsFile,
  loadTemplate,
  openFonts,
  openPress,
  pictureLook,
  placeSeal,
  printLetter,
  readSeal,
  SealRoomError,
  sampleFields,
  templateCodes,
  testMark,
} from '@zhiqing/letters'
import { resting, sealLetter, serverSeal, testSeal } from '@zhiqing/worker'
import t from 'tap'
import { dots, pngOf, type Signer, sealData, sealServer, type Trick } from './seal-server.js'

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-seal-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const fonts = await openFonts({})
const press = openPress()
t.teardown(() => press.close())

const sample = (code: string) => sampleFields(loadTemplate(code))
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const toSeal = (code: string) => press.print({ code, fields: sample(code), sealField: true })
const letter = { organ: 'QHZR', caseId: '3f0e', n: 7, code: 'S12', documentNumber: '青自然资公开答〔2025〕16号' }
const now = () => new Date('2026-11-21T12:00:00Z')

const identity = join(folder, 'keys', 'seal-test.pem')
const test = testSeal(identity, { press, now })

t.test(
  'R116 用印 | the table and the templates agree: who bears a seal has one 落款, and no other has any',
  async (t) => {
    t.strictSame(Object.keys(sealedLetters).sort(), templateCodes().toSorted())
    for (const code of templateCodes())
      t.equal(/\{% 落款 %\}/.test(loadTemplate(code).words), bearsSeal(code), `${code} ${loadTemplate(code).name}`)
    t.notOk(bearsSeal('constructor'))
  },
)

t.test(
  '印位 | without a seal a letter is what it was; with one only a field is added, in the middle of name and date',
  async (t) => {
    const plain = await printLetter('S12', sample('S12'), { fonts })
    testMark(fonts)
    const again = await printLetter('S12', sample('S12'), { fonts })
    t.equal(again.sha256, plain.sha256, 'drawing the mark of a test spoils no later letter')
    t.notOk(plain.sealField)
    t.notMatch(Buffer.from(plain.pdf).toString('latin1'), /AcroForm|\/Sig\b/)
    const kept = await printLetter('S12', sample('S12'), { fonts, sealField: true })
    t.equal(kept.sha256, (await toSeal('S12')).sha256, 'the same bytes from another thread')
    t.equal(kept.sealField?.page, 2)
    t.match(Buffer.from(kept.pdf).toString('latin1'), /\/FT \/Sig\b/)
    await t.rejects(printLetter('L02', sample('L02'), { fonts, sealField: true }), { name: 'TemplateError' })
  },
)

t.test(
  '盖章 | what was printed stays byte for byte; the seal follows it; a seal that does not fit is refused',
  async (t) => {
    const printed = await toSeal('P01')
    const dress = { look: testMark(fonts), subFilter: 'ETSI.CAdES.detached', room: 300, at: now() }
    const placed = placeSeal(printed.pdf, dress)
    const value = Buffer.concat([Buffer.from([0x30, 0x82, 1, 0x28]), Buffer.alloc(296, 7)])
    const sealed = placed.close(value)
    t.ok(sealed.subarray(0, printed.pdf.length).equals(Buffer.from(printed.pdf)))
    t.ok(placeSeal(printed.pdf, dress).close(value).equals(sealed), 'the same twice')
    t.throws(() => placed.close(Buffer.alloc(301)), new SealRoomError('签章数据有301字节，预留的位置只有300字节'))
    const read = readSeal(sealed)
    t.ok(Buffer.from(read?.printed ?? []).equals(Buffer.from(printed.pdf)))
    t.ok(Buffer.from(read?.signature ?? []).equals(value))
    t.equal(hex(Buffer.concat(read?.signed ?? [])), hex(Buffer.concat(placed.signed)), 'all but the gap')
    t.equal((read?.signed[0].length ?? 0) + (read?.signed[1].length ?? 0) + 602, sealed.length)
    t.equal(readSeal(printed.pdf), null, 'a letter without a seal')
    t.equal(readSeal(Buffer.concat([sealed, Buffer.from('\n% more')])), null, 'added to after it was sealed')
    const plain = await printLetter('P01', sample('P01'), { fonts })
    t.throws(() => placeSeal(plain.pdf, dress), /not a letter printed here to be sealed/)
    t.throws(() => placeSeal(sealed, dress), 'nor twice')
  },
)

t.test('印章图样 | dots come out of a PNG as they went in; what is no such picture is refused in words', async (t) => {
  const pixels = dots(37)
  const look = pictureLook(pngOf(pixels, 37), 42)
  t.ok(Math.abs(look.width - 119.055) < 0.01 && Math.abs(look.height - 119.055) < 0.01, '42 mm in points')
  const rgb = inflateSync(look.picture?.rgb ?? Buffer.alloc(0))
  const alpha = inflateSync(look.picture?.alpha ?? Buffer.alloc(0))
  const wrong = [...alpha.keys()].filter(
    (i) => !pixels.subarray(i * 4, i * 4 + 4).equals(Buffer.from([...rgb.subarray(i * 3, i * 3 + 3), alpha[i] ?? 0])),
  )
  t.strictSame([alpha.length, wrong.length], [37 * 37, 0])
  const flat = pictureLook(pngOf(Buffer.alloc(20 * 20 * 3, 9), 20, 3), 40)
  t.equal(flat.picture?.alpha, undefined)
  const png = pngOf(dots(20), 20)
  const changed = (at: number, value: number): Buffer => {
    const copy = Buffer.from(png)
    copy[at] = value
    return copy
  }
  const refusals: readonly [Buffer, number, RegExp][] = [
    [Buffer.from('GIF89a'), 42, /不是 PNG/],
    [changed(24, 16), 42, /每色8位/],
    [changed(25, 3), 42, /每色8位/],
    [changed(28, 1), 42, /不隔行/],
    [changed(16, 1), 42, /2400点以内/],
    [changed(19, 21), 42, /数据有误/],
    [png.subarray(0, 60), 42, /数据有误/],
    [png, 9.9, /10至60毫米/],
    [png, 60.1, /10至60毫米/],
    [png, Number.NaN, /10至60毫米/],
  ]
  for (const [bytes, width, words] of refusals)
    t.throws(() => pictureLook(bytes, width), { name: 'SealPictureError', message: words })
  await t.rejects(
    press.pictureLook(Buffer.from('x'), 42),
    { name: 'SealPictureError' },
    'and from the press as the same',
  )
})

t.test(
  '测试签名 | signs with a certificate that says it is a test; says so on the page; claims no force in law',
  async (t) => {
    t.notOk(existsSync(identity), 'made on first use')
    const printed = await toSeal('S12')
    const [answer, beside] = await Promise.all([sealLetter(printed, letter, test), sealLetter(printed, letter, test)])
    if (!answer.ok || !beside.ok) throw new Error('not sealed')
    t.equal(beside.value.sha256, answer.value.sha256, 'two at once make one key')
    t.strictSame(readdirSync(join(folder, 'keys')), ['seal-test.pem'])
    const { pdf, sha256, organSeal, template } = answer.value
    t.equal(sha256, hex(pdf))
    t.strictSame(template, printed.template)
    t.match(organSeal, {
      printedSha256: printed.sha256,
      printedBytes: printed.pdf.length,
      sealedAt: '2026-11-21T12:00:00.000Z',
      test: true,
      certificate: { subject: /C=CN.*O=.*不是行政机关.*CN=测试签名证书（没有法律效力）/ },
    })
    const parts = readSeal(pdf)
    t.ok(parts && coversItsFile(parts))
    t.equal(statSync(identity).mode & 0o777, 0o600)
    const kept = readFileSync(identity, 'utf8')
    const certificate = new X509Certificate(kept)
    t.equal(hex(certificate.raw), organSeal?.certificate.sha256)
    t.match(certificate.validTo, /2036/)
    const second = await sealLetter(printed, letter, test)
    t.ok(second.ok && Buffer.from(second.value.pdf).equals(Buffer.from(pdf)), 'same letter, same hour: the same file')
    t.equal(readFileSync(identity, 'utf8'), kept, 'and the same key')
  },
)

/** A certificate to hand out: the test signature's own. */
const certificate = (): Buffer => new X509Certificate(readFileSync(identity)).raw
const sm2 = generateKeyPairSync('ec', { namedCurve: 'SM2' })
const signer = (): Signer => ({
  certificate: certificate(),
  algorithm: 'SM3',
  sign: (digest) => sealData(digest, (signed) => sign('sm3', signed, sm2.privateKey)),
})

const opened = async (more: { timeout?: number; mostBytes?: number; token?: string } = {}) => {
  const server = await sealServer(signer(), { mostBytes: more.mostBytes ?? 8192 })
  t.teardown(() => server.close())
  const { timeout = 5000, token = server.token } = more
  return { server, port: serverSeal({ url: server.url, token, timeout }, { press }) }
}

t.test(
  '印章服务器 | SM3 digest of everything but the gap goes out, no word of the letter; the signature comes into its place',
  async (t) => {
    const { server, port } = await opened()
    const printed = await toSeal('S12')
    const answer = await sealLetter(printed, letter, port)
    if (!answer.ok) throw new Error(answer.reason)
    const parts = readSeal(answer.value.pdf)
    if (!parts) throw new Error('no seal')
    const digest = createHash('sm3').update(parts.signed[0]).update(parts.signed[1]).digest('hex')
    t.match(server.asked, [
      { method: 'GET', path: '/base/v1/seals/QHZR', headers: { authorization: 'Bearer only-for-tests' } },
      { method: 'POST', path: '/base/v1/signatures', headers: { 'idempotency-key': digest } },
    ])
    t.strictSame(server.asked[1]?.body, {
      seal: 'QHZR-01',
      digest: { algorithm: 'SM3', value: digest },
      letter: {
        organ: 'QHZR',
        case: '3f0e',
        n: 7,
        code: 'S12',
        documentNumber: '青自然资公开答〔2025〕16号',
        sha256: printed.sha256,
      },
      field: { page: 2, x: 120.5, y: 223.65, width: 42, height: 42 },
    })
    t.equal(parts.subFilter, 'GBT38540.detached')
    t.ok(coversItsFile(parts))
    t.match(answer.value.organSeal, {
      sealedAt: '2026-11-21T12:00:00.000Z',
      test: false,
      printedSha256: printed.sha256,
    })
    const again = await sealLetter(printed, letter, port)
    t.ok(again.ok && Buffer.from(again.value.pdf).equals(Buffer.from(answer.value.pdf)), 'a retry is the same letter')
    t.equal(server.signed.size, 1, 'and the server has signed once')
  },
)

type Told = Record<string, unknown>
const tampered = (bytes: unknown, change: (value: Buffer) => Buffer): string =>
  change(Buffer.from(String(bytes), 'base64')).toString('base64')

/** Answers to the request for a signature, whether they are about this one letter, and what operators are told. */
const answers: readonly [name: string, trick: Trick, refused: boolean, words: RegExp][] = [
  ['a refusal', { status: 422, body: '{"title":"x","detail":"该印章\\n已停用"}' }, true, /答复 422：该印章 已停用$/],
  ['a refusal without words', { status: 403 }, true, /答复 403：没有说明原因$/],
  ['another letter under the key', { status: 409 }, true, /答复 409/],
  ['wrong sign-in', { status: 401 }, false, /答复 401/],
  ['too busy', { status: 429 }, false, /答复 429/],
  ['broken', { status: 500, body: '<html>' }, false, /答复 500：没有说明原因/],
  ['no JSON', { status: 200, body: 'OK' }, false, /不是 JSON/],
  ['a redirect', { status: 302 }, false, /答复 302|连接不上/],
  ['nothing in it', { answer: () => ({}) }, false, /digest、algorithm、signature、certificate、sealedAt 缺少/],
  [
    'the digest of another letter',
    { answer: (one) => ({ ...one, digest: { algorithm: 'SM3', value: 'ab'.repeat(32) } }) },
    false,
    /签的不是送去的摘要/,
  ],
  [
    'another kind of digest',
    { answer: (one: Told) => ({ ...one, digest: { ...(one.digest as object), algorithm: 'SHA-256' } }) },
    false,
    /签的不是送去的摘要/,
  ],
  [
    'a signature of another letter under the right digest',
    {
      answer: (one) => ({
        ...one,
        signature: sealData(Buffer.alloc(32, 9), () => Buffer.alloc(64)).toString('base64'),
      }),
    },
    false,
    /没有这份文书的摘要/,
  ],
  [
    'half a signature',
    { answer: (one) => ({ ...one, signature: tampered(one.signature, (value) => value.subarray(0, -1)) }) },
    false,
    /不是完整的 DER/,
  ],
  [
    'more behind the signature',
    { answer: (one) => ({ ...one, signature: tampered(one.signature, (value) => Buffer.concat([value, value])) }) },
    false,
    /不是完整的 DER/,
  ],
  ['no certificate', { answer: (one) => ({ ...one, certificate: 'AAAA' }) }, false, /证书读不出来/],
  [
    'a certificate that has run out',
    { answer: (one) => ({ ...one, sealedAt: '2036-11-22T00:00:00Z' }) },
    false,
    /不在有效期内/,
  ],
  ['no such day', { answer: (one) => ({ ...one, sealedAt: '2026-13-01T00:00:00Z' }) }, false, /sealedAt 缺少/],
]

t.test(
  '印章服务器 | nothing that is not this letter’s own signature is taken, and each no is told apart',
  async (t) => {
    const { server, port } = await opened()
    const printed = await toSeal('S12')
    for (const [name, trick, refused, words] of answers) {
      server.tricks.signatures.push(trick)
      t.match(await sealLetter(printed, letter, port), { ok: false, refused, reason: words }, name)
    }
    const faces: readonly [Trick, boolean, RegExp][] = [
      [{ status: 404, body: '{"detail":"没有这个机关的印章"}' }, true, /没有这个机关的印章/],
      [{ answer: () => ({}) }, false, /id、digest、subFilter、room、picture、width 缺少/],
      [{ answer: (one) => ({ ...one, digest: 'MD5' }) }, false, /digest 缺少/],
      [{ answer: (one) => ({ ...one, digest: 'constructor' }) }, false, /digest 缺少/],
      [{ answer: (one) => ({ ...one, subFilter: 'a /Evil (b)' }) }, false, /subFilter 缺少/],
      [{ answer: (one) => ({ ...one, mostBytes: 65_537 }) }, false, /room 缺少/],
      [{ answer: (one) => ({ ...one, picture: { png: 'AAAA', width: 42 } }) }, false, /不是 PNG/],
      [{ status: 200, body: `"${'x'.repeat(5_000_000)}"` }, false, /过长/],
    ]
    for (const [trick, refused, words] of faces) {
      server.tricks.faces.push(trick)
      t.match(await sealLetter(printed, letter, port), { ok: false, refused, reason: words })
    }
    t.ok((await sealLetter(printed, letter, port)).ok, 'and after all that, the next one is sealed')
  },
)

t.test('印章服务器 | a signature that is longer than the server said does not fit, and is not cut', async (t) => {
  const { port } = await opened({ mostBytes: 256 })
  const long: Signer = { ...signer(), sign: (digest) => sealData(digest, () => Buffer.alloc(64), 300) }
  const server = await sealServer(long, { mostBytes: 256 })
  t.teardown(() => server.close())
  const tooLong = serverSeal({ url: server.url, token: server.token, timeout: 5000 }, { press })
  const printed = await toSeal('P01')
  t.match(await sealLetter(printed, letter, tooLong), { ok: false, reason: /签章数据有\d+字节，预留的位置只有256字节/ })
  t.ok((await sealLetter(printed, letter, port)).ok, 'one that fits does')
})

t.test(
  '印章服务器 | one that hangs, is away or wants another word is told in time; it is left alone for half a minute',
  async (t) => {
    const { server, port } = await opened({ timeout: 200 })
    const printed = await toSeal('P01')
    server.tricks.signatures.push({ hang: true })
    const before = performance.now()
    t.match(await sealLetter(printed, letter, port), { ok: false, refused: false, reason: /规定的时间内没有回答/ })
    t.ok(performance.now() - before < 2000)
    const stranger = await opened({ token: 'another' })
    t.match(await sealLetter(printed, letter, stranger.port), { ok: false, refused: false, reason: /答复 401/ })
    const clock = { now: new Date('2026-11-21T12:00:00Z') }
    const patient = resting(port, () => clock.now)
    t.ok((await sealLetter(printed, letter, patient)).ok)
    server.tricks.faces.push({ status: 422 })
    t.match(await sealLetter(printed, letter, patient), { ok: false, refused: true })
    t.ok((await sealLetter(printed, letter, patient)).ok, 'no to one letter is no illness')
    await server.close()
    t.match(await sealLetter(printed, letter, patient), { ok: false, reason: /连接不上（\w+）$/ })
    const asked = server.asked.length
    t.match(await sealLetter(printed, letter, patient), { ok: false, reason: /连接不上（\w+）；稍后再试$/ })
    t.equal(server.asked.length, asked)
    clock.now = new Date('2026-11-21T12:00:30Z')
    t.match(await sealLetter(printed, letter, patient), { ok: false, reason: /连接不上（\w+）$/ })
  },
)

t.test('核验 | what lies under a seal is printed again and compared; each way of changing it is found', async (t) => {
  const printed = await toSeal('S12')
  const answer = await sealLetter(printed, letter, test)
  if (!answer.ok || !answer.value.organSeal) throw new Error('not sealed')
  const { pdf, organSeal } = answer.value
  const whole: SealedLetter = {
    ...{ organ: 'QHZR', caseId: '3f0e', number: 'QHZR202600001', n: 7, code: 'S12', fields: sample('S12') },
    ...{ pdf, templateSha256: printed.template.sha256, organSeal },
  }
  const found = async (changed: Partial<SealedLetter>) => {
    const all: string[] = []
    const from = {
      sealedLetters: async function* () {
        yield { ...whole, ...changed }
      },
    }
    const walk = sealFindings(from, press)
    let next = await walk.next()
    for (; !next.done; next = await walk.next()) all.push(next.value.zh)
    return { all, ...next.value }
  }
  t.strictSame(await found({}), { all: [], sealed: 1, remade: 1 })
  const file = (change: (bytes: Buffer) => Buffer): Uint8Array => change(Buffer.from(pdf))
  const at = (place: number) => (bytes: Buffer) => {
    bytes[place] = (bytes[place] ?? 0) ^ 1
    return bytes
  }
  const under = /^QHZR 案件 QHZR202600001：第7号文书盖章之前的内容与记载的散列不符$/
  t.match((await found({ pdf: file(at(5000)) })).all, [under], 'a dot of the letter')
  t.match(
    (await found({ pdf: file(at(printed.pdf.length + 200)) })).all,
    [/签章数据不是关于这份文书的/],
    'a dot of the mark',
  )
  t.match((await found({ pdf: file((bytes) => Buffer.concat([bytes, Buffer.from('% x\n')])) })).all, [/又添了内容/])
  t.match((await found({ pdf: printed.pdf })).all, [/读不出印章/])
  const forged = await sealLetter(
    await press.print({ code: 'S12', fields: { ...sample('S12'), 受文者: '李四' }, sealField: true }),
    letter,
    test,
  )
  if (!forged.ok || !forged.value.organSeal) throw new Error('not sealed')
  const other = { pdf: forged.value.pdf, organSeal: forged.value.organSeal }
  t.match(
    (await found(other)).all,
    [/用同样的模板、程序和字体重印，与盖章的内容不一致/],
    'a whole other letter, well sealed',
  )
  const older = { ...organSeal, maker: 'an older program' }
  t.strictSame(await found({ organSeal: older }), { all: [], sealed: 1, remade: 1 }, 'the same bytes prove themselves')
  t.strictSame(
    await found({ fields: { ...sample('S12'), 受文者: '李四' }, organSeal: older }),
    { all: [], sealed: 1, remade: 0 },
    'what another program prints otherwise is no finding, and is counted',
  )
})
