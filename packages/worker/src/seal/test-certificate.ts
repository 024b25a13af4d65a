import { randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** The key and certificate of the test signature. */
export interface TestIdentity {
  readonly key: webcrypto.CryptoKey
  /** DER. */
  readonly certificate: Uint8Array
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const generated = { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }

/** Says what it is wherever a reader shows who signed. */
const name = [
  ['2.5.4.6', new asn1js.PrintableString({ value: 'CN' })],
  ['2.5.4.10', new asn1js.Utf8String({ value: '知情测试机构（不是行政机关）' })],
  ['2.5.4.3', new asn1js.Utf8String({ value: '测试签名证书（没有法律效力）' })],
] as const

/** One part a level: pkijs by itself puts all of a name's parts on one. */
const nameOf = (): pkijs.RelativeDistinguishedNames => {
  const levels = name.map(
    ([type, value]) =>
      new asn1js.Set({
        value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })],
      }),
  )
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: levels }).toBER())
}

export const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never })

const years = (from: Date, count: number): Date =>
  new Date(Date.UTC(from.getUTCFullYear() + count, from.getUTCMonth(), from.getUTCDate()))

const certify = async (keys: webcrypto.CryptoKeyPair, now: Date): Promise<Uint8Array> => {
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer })
  certificate.issuer = nameOf()
  certificate.subject = nameOf()
  certificate.notBefore.value = years(now, 0)
  certificate.notAfter.value = years(now, 10)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as never, engine)
  await certificate.sign(keys.privateKey as never, 'SHA-256', engine)
  return new Uint8Array(certificate.toSchema(true).toBER())
}

const pem = (what: string, der: Uint8Array): string =>
  `-----BEGIN ${what}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END ${what}-----\n`

/** Whole, or not at all; several at once come to one: the first. */
const make = async (path: string, now: Date): Promise<void> => {
  const keys = await webcrypto.subtle.generateKey(generated, true, ['sign', 'verify'])
  const key = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  await writeFile(beside, pem('PRIVATE KEY', key) + pem('CERTIFICATE', await certify(keys, now)), { mode: 0o600 })
  await link(beside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(beside)
}

const read = async (path: string): Promise<TestIdentity> => {
  const text = await readFile(path, 'utf8')
  const [, body = ''] = /-----BEGIN PRIVATE KEY-----([^-]+)-----END/.exec(text) ?? []
  const key = await webcrypto.subtle.importKey('pkcs8', Buffer.from(body, 'base64'), rsa, false, ['sign'])
  return { key, certificate: new Uint8Array(new X509Certificate(text).raw) }
}

/** The test key and certificate of this file (0600), made on first use. */
export const testIdentity = async (path: string, now: Date): Promise<TestIdentity> => {
  try {
    return await read(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await make(path, now)
    return read(path)
  }
}
