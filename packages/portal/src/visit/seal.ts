import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Makes a text that only this process can read or write. */
export interface Seal {
  seal(text: string): string
  /** Undefined when it was not sealed here, or was changed. */
  open(sealed: string): string | undefined
}

const IV = 12
const TAG = 16

/** AES-256-GCM under a key made at random when the process starts and kept nowhere. */
export const makeSeal = (): Seal => {
  const key = randomBytes(32)
  return {
    seal: (text) => {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < IV + TAG) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
      decipher.setAuthTag(bytes.subarray(-TAG))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]).toString()
      } catch {
        return undefined
      }
    },
  }
}
