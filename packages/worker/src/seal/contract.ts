import type { SealFace } from './seal-port.js'

/** What the server tells of a seal, once read (README.md of this folder). */
export interface ToldSeal {
  readonly id: string
  readonly digest: SealFace['digest']
  readonly subFilter: string
  readonly room: number
  readonly picture: Buffer
  /** Millimetres. */
  readonly width: number
}

export interface ToldSignature {
  readonly digest: Buffer
  readonly algorithm: string
  readonly signature: Buffer
  readonly certificate: Buffer
  readonly sealedAt: string
}

const algorithms: Readonly<Record<string, SealFace['digest']>> = { SM3: 'sm3', 'SHA-256': 'sha256' }

/** The name an algorithm has in the contract. */
export const algorithmName = (digest: SealFace['digest']): string => (digest === 'sm3' ? 'SM3' : 'SHA-256')

type Json = Readonly<Record<string, unknown>>
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const text = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined
const bytes = (value: unknown): Buffer | undefined => {
  const found = text(value, /^[A-Za-z0-9+/]+={0,2}$/)
  return found && found.length % 4 === 0 ? Buffer.from(found, 'base64') : undefined
}
const numberIn = (value: unknown, [least, most]: readonly [number, number]): number | undefined =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined

/** Every part that is there as it should be, or the names of those that are not. */
const whole = <Parts extends object>(parts: { [Name in keyof Parts]: Parts[Name] | undefined }): Parts | string => {
  const wrong = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []))
  return wrong.length > 0 ? `印章服务器的回答里 ${wrong.join('、')} 缺少或者不符合约定` : (parts as Parts)
}

/** Reads the answer to `GET /v1/seals/{organ}`; in words what is wrong with it. */
export const readSealAnswer = (json: unknown): ToldSeal | string => {
  const { seal, digest, subFilter, mostBytes, picture } = objectOf(json)
  const { png, width } = objectOf(picture)
  const room = numberIn(mostBytes, [256, 65_536])
  return whole<ToldSeal>({
    id: text(seal, /^[\x21-\x7e]{1,200}$/),
    digest: Object.hasOwn(algorithms, String(digest)) ? algorithms[String(digest)] : undefined,
    subFilter: text(subFilter, /^[A-Za-z0-9.]{1,60}$/),
    room: room !== undefined && Number.isInteger(room) ? room : undefined,
    picture: bytes(png),
    width: numberIn(width, [10, 60]),
  })
}

/** Reads the answer to `POST /v1/signatures`; in words what is wrong with it. */
export const readSignatureAnswer = (json: unknown): ToldSignature | string => {
  const { digest, signature, certificate, sealedAt } = objectOf(json)
  const { algorithm, value } = objectOf(digest)
  const hex = text(value, /^[0-9a-f]{64}$/i)
  const at = text(sealedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  return whole<ToldSignature>({
    digest: hex === undefined ? undefined : Buffer.from(hex, 'hex'),
    algorithm: text(algorithm, /^[A-Z0-9-]{1,20}$/),
    signature: bytes(signature),
    certificate: bytes(certificate),
    sealedAt: at !== undefined && Number.isFinite(Date.parse(at)) ? at : undefined,
  })
}
