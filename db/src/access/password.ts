import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's first choice: 128 MiB and about half a second, so that guessing costs. */
const cost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }
const LENGTH = 32
/** More at once would take the machine's memory, which is an attack. */
const AT_ONCE = 2
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/** Places that strangers cannot take: a crowd from outside does not keep the house's own devices out. */
const KEPT_FOR_KNOWN = 20

/** Too many people wait for their password to be checked. */
export const isCrowded = (known = true): boolean => waiting.length >= MOST_WAITING - (known ? 0 : KEPT_FOR_KNOWN)

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )

/** `scrypt$N$r$p$salt$hash`; the parameters stand in it, so that they can rise. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** The hash of nothing anybody knows: an unknown name costs as much work as a wrong password. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${randomBytes(16).toString('base64')}$${randomBytes(LENGTH).toString('base64')}`

/** False for a wrong password and, after the same work, for no hash at all. */
export const isPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  const [, N, r, p, salt = '', kept = ''] = (hash ?? nobody).split('$')
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: 256 * 2 ** 20 }
  const key = await derive(password, Buffer.from(salt, 'base64'), options)
  const expected = Buffer.from(kept, 'base64')
  return hash !== undefined && key.length === expected.length && timingSafeEqual(key, expected)
}
