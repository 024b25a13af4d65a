import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fault } from './fault.js'

/** What is derived from the master key; the key itself leaves this file in no other form. */
export interface Keys {
  /** HMAC-SHA-256 of a query code, and of names and addresses in the attempts table. */
  mac(text: string): Buffer
  /** Blind index: the same words give the same mark, which tells nothing without the key. */
  blind(text: string): Buffer
  /** AES-256-GCM; `aad` binds the bytes to their place, so that sealed bytes cannot be moved to another row. */
  seal(aad: string, bytes: Uint8Array): Buffer
  /** Throws SEALED_BROKEN when a bit or the place is another. */
  open(aad: string, sealed: Uint8Array): Buffer
  /** Tells two masters apart without telling either. */
  readonly fingerprint: Buffer
}

const LENGTH = 32
/** First byte of everything sealed: the algorithm and key generation. */
const VERSION = 1
const IV = 12
const TAG = 16

/** Derives the working keys from 32 master bytes. */
export const keysFrom = (master: Uint8Array): Keys => {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `zhiqing ${use} v1`, LENGTH))
  const [macKey, blindKey, sealKey] = [derive('query code'), derive('blind index'), derive('seal')]
  const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  return {
    mac: (text) => hmac(macKey, text),
    blind: (text) => hmac(blindKey, text),
    seal: (aad, bytes) => seal(sealKey, aad, bytes),
    open: (aad, sealed) => unseal(sealKey, aad, sealed),
    fingerprint: derive('fingerprint').subarray(0, 16),
  }
}

const seal = (key: Buffer, aad: string, bytes: Uint8Array): Buffer => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(aad))
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

const unseal = (key: Buffer, aad: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed)
  try {
    if (bytes[0] !== VERSION || bytes.length < 1 + IV + TAG) throw new Error('not sealed by this version')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(aad)).setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV, -TAG)), decipher.final()])
  } catch (error) {
    throw fault('SEALED_BROKEN', `密封的内容打不开（${aad}）：内容被改动，或者密钥不是原来的`, error)
  }
}

const readMaster = async (path: string): Promise<Buffer | undefined> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (bytes && bytes.length !== LENGTH)
    throw fault(
      'KEYS_BROKEN',
      `密钥文件 ${path} 应为 ${LENGTH} 字节，实为 ${bytes.length} 字节；请从备份恢复，不要重建`,
    )
  return bytes
}

/** Whole and on the disk before it has its name; a second process that is faster wins. */
const makeMaster = async (path: string): Promise<void> => {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.new`
  const file = await open(fresh, 'wx', 0o600)
  await file.writeFile(randomBytes(LENGTH))
  await file.sync()
  await file.close()
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  const folder = await open(dirname(path), 'r')
  await folder.sync().catch(() => {})
  await folder.close()
}

/** The keys of a DATA_DIR, from `keys/master` (0600), which is made at random the first time. */
export const loadKeys = async (dataDir: string): Promise<Keys> => {
  const path = join(dataDir, 'keys', 'master')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (!(await readMaster(path))) await makeMaster(path)
  const master = await readMaster(path)
  if (!master) throw fault('KEYS_BROKEN', `密钥文件 ${path} 无法建立`)
  return keysFrom(master)
}
