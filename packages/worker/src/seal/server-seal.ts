import { createHash } from 'node:crypto'
import { isAbout, type Press, type SealLook, SealPictureError } from '@zhiqing/letters'
import { readCertificate } from './certificate.js'
import { algorithmName, readSealAnswer, readSignatureAnswer, type ToldSeal, type ToldSignature } from './contract.js'
import { exchange, type SealServer } from './exchange.js'
import {
  noSeal,
  type SealAnswer,
  type SealCertificate,
  type SealFace,
  type SealOrder,
  type SealPort,
} from './seal-port.js'

const mm = 25.4 / 72
const millimetres = (points: number): number => Math.round(points * mm * 100) / 100

/** The bytes of one DER sequence and nothing after it. */
const isDer = (bytes: Buffer): boolean => {
  const first = bytes[1] ?? 0
  if (bytes[0] !== 0x30 || first === 0x80 || first > 0x84 || bytes.length < 8) return false
  const count = first & 0x7f
  return bytes.length === (first < 0x80 ? 2 + first : 2 + count + bytes.readUIntBE(2, count))
}

/** Who signed, where the signature may be kept; else in words why it may not. */
const checked = (told: ToldSignature, { digest, algorithm }: SealOrder): SealCertificate | string => {
  if (told.algorithm !== algorithmName(algorithm) || !told.digest.equals(digest))
    return '印章服务器签的不是送去的摘要，没有采用'
  if (!isDer(told.signature)) return '印章服务器返回的签章数据不是完整的 DER'
  if (!isAbout(told.signature, digest)) return '印章服务器返回的签章数据里没有这份文书的摘要，没有采用'
  const certificate = readCertificate(told.certificate)
  if (!certificate) return '印章服务器返回的证书读不出来'
  const at = Date.parse(told.sealedAt)
  const holds = at >= certificate.from && at <= certificate.until
  return holds ? certificate.told : '签章时证书不在有效期内，没有采用'
}

const bodyOf = ({ digest, algorithm, field, letter }: SealOrder, seal: string): object => ({
  seal,
  digest: { algorithm: algorithmName(algorithm), value: Buffer.from(digest).toString('hex') },
  letter: {
    organ: letter.organ,
    case: letter.caseId,
    n: letter.n,
    code: letter.code,
    documentNumber: letter.documentNumber,
    sha256: letter.sha256,
  },
  field: {
    page: field.page,
    x: millimetres(field.box.x),
    y: millimetres(field.box.y),
    width: millimetres(field.box.width),
    height: millimetres(field.box.height),
  },
})

/** A picture is made ready once: it is some megabytes when unpacked. */
const looks = (press: Pick<Press, 'pictureLook'>) => {
  const known = new Map<string, Promise<SealLook>>()
  return ({ picture, width }: ToldSeal): Promise<SealLook> => {
    const key = `${width} ${createHash('sha256').update(picture).digest('hex')}`
    const found = known.get(key) ?? press.pictureLook(picture, width)
    known.set(key, found)
    found.catch(() => known.delete(key))
    return found
  }
}

/** The organ's own seal server, by the contract of README.md in this folder. */
export const serverSeal = (server: SealServer, { press }: { press: Pick<Press, 'pictureLook'> }): SealPort => {
  const lookOf = looks(press)
  const ids = new Map<string, string>()
  const face = async (organ: string): Promise<SealAnswer<SealFace>> => {
    const answer = await exchange(server, { path: `/v1/seals/${encodeURIComponent(organ)}` })
    if (!answer.ok) return answer
    const told = readSealAnswer(answer.value)
    if (typeof told === 'string') return noSeal(told)
    ids.set(organ, told.id)
    try {
      const look = await lookOf(told)
      return { ok: true, value: { look, digest: told.digest, subFilter: told.subFilter, room: told.room } }
    } catch (error) {
      if (error instanceof SealPictureError) return noSeal(error.message)
      throw error
    }
  }
  return {
    test: false,
    face,
    seal: async (order) => {
      const body = bodyOf(order, ids.get(order.letter.organ) ?? '')
      const key = Buffer.from(order.digest).toString('hex')
      const answer = await exchange(server, { path: '/v1/signatures', body, key })
      if (!answer.ok) return answer
      const told = readSignatureAnswer(answer.value)
      if (typeof told === 'string') return noSeal(told)
      const certificate = checked(told, order)
      if (typeof certificate === 'string') return noSeal(certificate)
      const sealedAt = new Date(told.sealedAt).toISOString()
      return { ok: true, value: { signature: told.signature, certificate, sealedAt } }
    },
  }
}
