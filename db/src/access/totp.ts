import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30
const DIGITS = 6

/** 160 random bits, as RFC 4226 asks. */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** RFC 4648 without padding: what people type into their telephone. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Which half minute it is. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The code of a step (RFC 6238 with SHA-1 and six digits, the only kind that every telephone knows). */
export const totpCode = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The step whose code this is: now, or one to either side; undefined for none, and for one that was used before. */
export const stepOf = (secret: Uint8Array, code: string, now: Date, usedStep: number | null): number | undefined => {
  const typed = code.replace(/\s/g, '')
  const found = [-1, 0, 1].map((by) => stepAt(now) + by).find((step) => same(totpCode(secret, step), typed))
  return found === undefined || (usedStep !== null && found <= usedStep) ? undefined : found
}

/** What authenticator programs read from the picture. */
export const totpUri = (secret: Uint8Array, name: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`
