import { spawnSync } from 'node:child_process'
import { createHash, sign, verify, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bearsSeal } from '@zhiqing/law'
import {
  type ArchiveForm,
  loadTemplate,
  openFonts,
  openPress,
  placeSeal,
  printLetter,
  readSeal,
  sampleFields,
  templateCodes,
  testMark,
} from '@zhiqing/letters'
import { sealLetter, serverSeal, testSeal } from '@zhiqing/worker'
import t from 'tap'
import { sealData, sealServer } from './seal-server.js'

/*
 * Sealed files before other people's programs: Apache PDFBox Preflight for PDF/A-1b, qpdf for the syntax, poppler's pdfsig
 * and OpenSSL for the signature. What they call valid is a test signature: it shows that the file is made right, and
 * nothing about force in law.
 */

const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
)
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
const isHere = (program: string, args: readonly string[]): boolean => run(program, args).error === undefined

const missing = [
  ...(isHere('java', ['-version']) && jars.every((jar) => existsSync(jar)) ? [] : ['libpdfbox2-java']),
  ...(isHere('qpdf', ['--version']) ? [] : ['qpdf']),
  ...(isHere('pdfsig', ['-v']) ? [] : ['poppler-utils']),
  ...(isHere('openssl', ['version']) ? [] : ['openssl']),
]

if (missing.length > 0) {
  const reason = `印章的独立核验没有进行：缺少 Debian 软件包 ${missing.join('、')}`
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-sealed-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const fonts = await openFonts({})
const press = openPress()
t.teardown(() => press.close())

const pem = join(folder, 'seal-test.pem')
const now = () => new Date('2026-11-21T12:00:00Z')
const port = testSeal(pem, { press: { testMark: async () => testMark(fonts) }, now })

const sealed = async (code: string, form: ArchiveForm): Promise<string> => {
  const printed = await printLetter(code, sampleFields(loadTemplate(code)), { fonts, form, sealField: true })
  const letter = { organ: 'QHZR', caseId: '3f0e', n: 1, code, documentNumber: null }
  const answer = await sealLetter(printed, letter, port)
  if (!answer.ok) throw new Error(answer.reason)
  const file = join(folder, `${code}-${form.slice(-2)}.pdf`)
  writeFileSync(file, answer.value.pdf)
  return file
}

const codes = templateCodes().filter(bearsSeal)
const elder = await Promise.all(codes.map((code) => sealed(code, 'PDF/A-1b')))
const ours = await Promise.all(codes.map((code) => sealed(code, 'PDF/A-2a')))

/** What Preflight says of each file. */
const judged = (files: readonly string[]): Map<string, boolean> => {
  const list = join(folder, 'list.txt')
  writeFileSync(list, files.join('\n'))
  run('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'group', list])
  const xml = readFileSync(`${list}.preflight.xml`, 'utf8')
  return new Map(
    [...xml.matchAll(/<preflight name="([^"]+)">[\s\S]*?<isValid[^>]*>(true|false)</g)].map(([, name = '', valid]) => [
      name,
      valid === 'true',
    ]),
  )
}

t.test('PDF/A | a sealed letter is still valid PDF/A-1b; one whose field shows nothing is not', async (t) => {
  const said = judged(elder)
  t.equal(said.size, codes.length)
  for (const [name, valid] of said) t.ok(valid, name)
  const planted = join(folder, 'planted.pdf')
  const bytes = readFileSync(elder[0] as string).toString('latin1')
  writeFileSync(planted, Buffer.from(bytes.replaceAll('/AP <<', '/Ap <<'), 'latin1'))
  t.strictSame([...judged([planted]).values()], [false], 'the planted defect: a widget without its appearance')
})

t.test('PDF | qpdf finds no fault in any sealed letter', async (t) => {
  for (const file of ours) t.match(run('qpdf', ['--check', file]), { status: 0, stderr: '' }, file.slice(-10))
})

const names = '测试签名证书（没有法律效力）'

t.test(
  'pdfsig | the signature is valid, covers the whole file and tells its Chinese names; one changed dot shows',
  async (t) => {
    for (const file of ours.filter((_, i) => i % 4 === 0)) {
      const { stdout } = run('pdfsig', [file])
      t.match(stdout, /Signature Validation: Signature is Valid\./, file.slice(-10))
      t.match(stdout, /Total document signed/)
      t.match(stdout, /Signature Type: ETSI\.CAdES\.detached/)
      t.match(stdout, `CN=${names},O=知情测试机构（不是行政机关）,C=CN`)
    }
    const changed = readFileSync(ours[0] as string)
    const at = changed.indexOf('/Keywords')
    changed[changed.indexOf('2026', at - 4000)] = 0x33
    const file = join(folder, 'changed.pdf')
    writeFileSync(file, changed)
    t.notMatch(run('pdfsig', [file]).stdout, /Signature is Valid/, 'the planted defect: a byte changed after signing')
  },
)

t.test('OpenSSL | verifies the CAdES of the very bytes, and refuses them where one is another', async (t) => {
  const parts = readSeal(readFileSync(ours[0] as string))
  if (!parts) throw new Error('no seal')
  const [cms, content] = [join(folder, 'seal.der'), join(folder, 'content.bin')]
  writeFileSync(cms, parts.signature)
  const verified = (bytes: Buffer) => {
    writeFileSync(content, bytes)
    const from = ['-binary', '-inform', 'DER', '-in', cms, '-content', content, '-CAfile', pem, '-purpose', 'any']
    return run('openssl', ['cms', '-verify', '-cades', ...from, '-out', '/dev/null'])
  }
  const whole = Buffer.concat(parts.signed)
  t.match(verified(whole), { status: 0, stderr: /CAdES Verification successful/ })
  const other = Buffer.from(whole)
  other[5000] = (other[5000] ?? 0) ^ 1
  t.not(verified(other).status, 0)
})

/** Dots of a page as it prints, 60 an inch. */
const dotsOf = (pdf: Uint8Array, name: string, page: number): Buffer => {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  const drawn = run('pdftoppm', [
    '-gray',
    '-r',
    '60',
    '-singlefile',
    '-f',
    String(page),
    '-l',
    String(page),
    file,
    join(folder, name),
  ])
  if (drawn.status !== 0) throw new Error(drawn.stderr)
  return readFileSync(join(folder, `${name}.pgm`))
}

t.test(
  '印面 | the seal stands in the middle of name and date, top within a row of the text, and nothing else moves',
  async (t) => {
    const fields = sampleFields(loadTemplate('S12'))
    const printed = await printLetter('S12', fields, { fonts, sealField: true })
    const plain = dotsOf((await printLetter('S12', fields, { fonts })).pdf, 'plain', 2)
    t.ok(dotsOf(printed.pdf, 'kept', 2).equals(plain), 'a place that is kept prints as nothing')
    const { box } = printed.sealField ?? { box: { x: 0, y: 0, width: 0, height: 0 } }
    const look = { width: box.width, height: box.height, operators: `1 0 0 rg 0 0 ${box.width} ${box.height} re f` }
    const placed = placeSeal(printed.pdf, { look, subFilter: 'ETSI.CAdES.detached', room: 64 })
    const full = dotsOf(placed.close(Buffer.from('3003020101', 'hex')), 'full', 2)
    const [head = ''] = /^P5\s+\d+\s+\d+\s+255\s/.exec(full.toString('latin1', 0, 40)) ?? []
    const [, wide = '0'] = /^P5\s+(\d+)/.exec(head) ?? []
    const width = Number(wide)
    const changed = [...full.keys()].filter((i) => i >= head.length && full[i] !== plain[i]).map((i) => i - head.length)
    const [xs, ys] = [changed.map((i) => i % width), changed.map((i) => Math.floor(i / width))]
    const millimetres = (dots: number): number => (dots * 25.4) / 60
    const within = (found: number, wanted: number): boolean => Math.abs(found - wanted) < 0.6
    t.ok(within(millimetres(Math.min(...xs)), (box.x * 25.4) / 72))
    t.ok(within(millimetres(Math.max(...xs) + 1), ((box.x + box.width) * 25.4) / 72))
    t.ok(within(millimetres(Math.min(...ys)), (box.y * 25.4) / 72))
    t.ok(within(millimetres(Math.max(...ys) + 1), ((box.y + box.height) * 25.4) / 72))
    const words = run('pdftotext', ['-bbox', '-f', '2', '-l', '2', join(folder, 'plain.pdf'), '-']).stdout
    const place = (text: string): { left: number; right: number; top: number; bottom: number } => {
      const [, left, top, right, bottom] =
        new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${text}<`).exec(words) ?? []
      return { left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) }
    }
    const [name, date] = [place('青禾县自然资源局'), place('2025年4月30日')]
    const centre = box.x + box.width / 2
    t.ok(Math.abs((date.left + date.right) / 2 - centre) < 1 && Math.abs((name.left + name.right) / 2 - centre) < 1)
    t.ok(name.top > box.y && date.bottom < box.y + box.height, 'it presses name and date')
  },
)

t.test(
  '国密 | SM3 and SM2 of an organ’s server: the certificate’s own key verifies what stands in the file',
  async (t) => {
    const [key, file] = [join(folder, 'sm2.key'), join(folder, 'sm2.pem')]
    run('openssl', ['ecparam', '-name', 'SM2', '-genkey', '-noout', '-out', key])
    const subject = ['-utf8', '-subj', '/C=CN/O=青禾县自然资源局（测试）/CN=测试印章']
    const made = run('openssl', [
      'req',
      '-x509',
      '-new',
      '-key',
      key,
      '-sm3',
      ...subject,
      '-days',
      '3650',
      '-out',
      file,
    ])
    t.equal(made.status, 0, made.stderr)
    const certificate = new X509Certificate(readFileSync(file))
    const server = await sealServer({
      certificate: certificate.raw,
      algorithm: 'SM3',
      sign: (digest) => sealData(digest, (signed) => sign('sm3', signed, readFileSync(key, 'utf8'))),
    })
    t.teardown(() => server.close())
    server.tricks.signatures.push({ answer: (usual) => ({ ...usual, sealedAt: new Date().toISOString() }) })
    const printed = await press.print({ code: 'S12', fields: sampleFields(loadTemplate('S12')), sealField: true })
    const letter = { organ: 'QHZR', caseId: '3f0e', n: 1, code: 'S12', documentNumber: null }
    const organ = serverSeal({ url: server.url, token: server.token, timeout: 5000 }, { press })
    const answer = await sealLetter(printed, letter, organ)
    if (!answer.ok) throw new Error(answer.reason)
    t.match(answer.value.organSeal?.certificate.subject, /O=青禾县自然资源局（测试）, CN=测试印章/)
    const path = join(folder, 'sm2.pdf')
    writeFileSync(path, answer.value.pdf)
    t.match(run('qpdf', ['--check', path]), { status: 0, stderr: '' })
    t.match(run('pdfsig', [path]).stdout, /Total document signed/)
    const parts = readSeal(answer.value.pdf)
    if (!parts) throw new Error('no seal')
    const digest = createHash('sm3').update(Buffer.concat(parts.signed)).digest()
    const signed = sealData(digest, () => Buffer.alloc(0)).subarray(2, -3)
    const value = Buffer.from(parts.signature)
    const at = value.indexOf(signed)
    t.ok(at > 0, 'the digest of the file, computed here, is what was signed')
    const rest = value.subarray(at + signed.length)
    t.ok(verify('sm3', signed, certificate.publicKey, rest.subarray(3)), 'by the key of that certificate')
  },
)
