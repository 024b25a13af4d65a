import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fault } from './fault.js'

/** What is derived from the master keys; the keys themselves leave this file in no other form. */
export interface Keys {
  /** HMAC-SHA-256 of a query code, and of names and addresses in the attempts table. Outlives every rotation. */
  mac(text: string): Buffer
  /** Blind index: the same words give the same mark, which tells nothing without the key. */
  blind(text: string): Buffer
  /** AES-256-GCM; `aad` binds the bytes to their place, so that sealed bytes cannot be moved to another row. */
  seal(aad: string, bytes: Uint8Array): Buffer
  /** The same bytes in the same place are sealed alike: for what is compared before it is written. */
  sealSame(aad: string, bytes: Uint8Array): Buffer
  /** Throws SEALED_BROKEN when a bit or the place is another, or when the key of that time is gone. */
  open(aad: string, sealed: Uint8Array): Buffer
  /** Tells two masters apart without telling either. */
  readonly fingerprint: Buffer
  /**
   * The same keys, with the master of this fingerprint the one that seals: the database says which one that is, so that a
   * rotation that was cut short has changed nothing. Undefined where that master is not here.
   */
  using(fingerprint: Uint8Array): Keys | undefined
}

const LENGTH = 32
const IV = 12
const TAG = 16
const MOST_GENERATIONS = 255

/** A master and what came before it. */
export interface Masters {
  /** First byte of everything sealed: which master it was. From 1. */
  readonly generation?: number
  /** All other masters by generation, to open what they sealed. */
  readonly others?: ReadonlyMap<number, Uint8Array>
  /** The key of query codes: they can never be digested anew, so it stays when the master goes. */
  readonly codes?: Uint8Array | undefined
}

const derive = (master: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `zhiqing ${use} v1`, LENGTH))
const hmac = (key: Buffer, text: string | Buffer): Buffer => createHmac('sha256', key).update(text).digest()

/** The key of query codes as the first master gives it. */
export const codesKeyOf = (master: Uint8Array): Buffer => derive(master, 'query code')
const fingerprintOf = (master: Uint8Array): Buffer => derive(master, 'fingerprint').subarray(0, 16)

/** Derives the working keys from 32 master bytes. */
export const keysFrom = (master: Uint8Array, { generation = 1, others = new Map(), codes }: Masters = {}): Keys => {
  const [blindKey, sealKey, sameKey] = [
    derive(master, 'blind index'),
    derive(master, 'seal'),
    derive(master, 'seal same'),
  ]
  const macKey = Buffer.from(codes ?? codesKeyOf(others.get(1) ?? master))
  const openers = new Map([...others].map(([n, one]) => [n, derive(one, 'seal')]))
  openers.set(generation, sealKey)
  return {
    mac: (text) => hmac(macKey, text),
    blind: (text) => hmac(blindKey, text),
    seal: (aad, bytes) => seal(sealKey, { aad, bytes, generation, iv: randomBytes(IV) }),
    sealSame: (aad, bytes) => {
      const iv = hmac(sameKey, Buffer.concat([Buffer.from(`${aad}\n`), bytes])).subarray(0, IV)
      return seal(sealKey, { aad, bytes, generation, iv })
    },
    open: (aad, sealed) => unseal(openers, aad, sealed),
    fingerprint: fingerprintOf(master),
    using: (fingerprint) => {
      const masters = new Map<number, Uint8Array>([...others, [generation, master]])
      const [n, used] = [...masters].find(([, one]) => fingerprintOf(one).equals(fingerprint)) ?? []
      if (n === undefined || used === undefined) return undefined
      masters.delete(n)
      return keysFrom(used, { generation: n, others: masters, codes: macKey })
    },
  }
}

interface Sealing {
  readonly aad: string
  readonly bytes: Uint8Array
  readonly generation: number
  readonly iv: Buffer
}

const seal = (key: Buffer, { aad, bytes, generation, iv }: Sealing): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(aad))
  return Buffer.concat([Buffer.of(generation), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

const unseal = (keys: ReadonlyMap<number, Buffer>, aad: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed)
  try {
    const key = keys.get(bytes[0] ?? 0)
    if (!key || bytes.length < 1 + IV + TAG) throw new Error('sealed by no key that is here')
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
const makeFile = async (path: string, bytes: Uint8Array): Promise<void> => {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.new`
  const file = await open(fresh, 'wx', 0o600)
  await file.writeFile(bytes)
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

const folderOf = (dataDir: string): string => join(dataDir, 'keys')
const fileOf = (folder: string, generation: number): string =>
  join(folder, generation === 1 ? 'master' : `master-${generation}`)
const codesFile = (folder: string): string => join(folder, 'codes')

const generationsIn = async (folder: string): Promise<Map<number, Buffer>> => {
  const names = await readdir(folder)
  const numbers = names.flatMap((name) => {
    const n = name === 'master' ? '1' : /^master-(\d{1,3})$/.exec(name)?.[1]
    return n === undefined ? [] : [Number(n)]
  })
  const found = new Map<number, Buffer>()
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const master = await readMaster(fileOf(folder, n))
    if (master) found.set(n, master)
  }
  return found
}

const keysIn = async (folder: string): Promise<Keys> => {
  const masters = await generationsIn(folder)
  const generation = Math.max(...masters.keys())
  const master = masters.get(generation)
  if (!master) throw fault('KEYS_BROKEN', `密钥文件 ${fileOf(folder, 1)} 无法建立`)
  const codes = await readMaster(codesFile(folder))
  if (!codes && !masters.has(1))
    throw fault('KEYS_BROKEN', `缺少密钥文件 ${codesFile(folder)}，查询码无法核对；请从备份恢复`)
  const others = new Map([...masters].filter(([n]) => n !== generation))
  return keysFrom(master, { generation, others, codes })
}

/** The keys of a DATA_DIR, from `keys/master` (0600), which is made at random the first time, and `keys/master-N` after it. */
export const loadKeys = async (dataDir: string): Promise<Keys> => {
  const folder = folderOf(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await generationsIn(folder)).size === 0) await makeFile(fileOf(folder, 1), randomBytes(LENGTH))
  return keysIn(folder)
}

/**
 * One more master. It seals from when `reseal` of the cabinet has sealed everything anew with it; until that is committed
 * the one of before is in use.
 */
export const addMaster = async (dataDir: string): Promise<Keys> => {
  await loadKeys(dataDir)
  const folder = folderOf(dataDir)
  const masters = await generationsIn(folder)
  const next = Math.max(...masters.keys()) + 1
  if (next > MOST_GENERATIONS) throw fault('KEYS_BROKEN', `密钥已经换过${MOST_GENERATIONS}次，不能再换`)
  const first = masters.get(1)
  if (first) await makeFile(codesFile(folder), codesKeyOf(first))
  await makeFile(fileOf(folder, next), randomBytes(LENGTH))
  return keysIn(folder)
}

/** Deletes the masters before the newest; what they sealed must have been sealed anew. Returns how many there were. */
export const forgetMasters = async (dataDir: string): Promise<number> => {
  const folder = folderOf(dataDir)
  const numbers = [...(await generationsIn(folder)).keys()]
  const old = numbers.filter((n) => n < Math.max(...numbers))
  for (const n of old) await rm(fileOf(folder, n))
  return old.length
}
