import { readFileSync } from 'node:fs'

/**
 * Two standards contradict each other (GB/T 22239 8.1.4.1 a: complexity and regular change; ASVS 5.0 6.2.5, 6.2.10:
 * neither), so the instance says which one it keeps. Both: twelve characters, no common password, nothing of one's own name.
 */
export type PasswordProfile = 'dengbao' | 'asvs'

interface Profile {
  readonly zh: string
  readonly least: number
  /** Of capitals, small letters, digits and signs; 0: whatever one likes. */
  readonly kinds: number
  /** Earlier passwords that may not come back. */
  readonly history: number
  /** Days until it must be changed; null: never for its age alone. */
  readonly days: number | null
}

export const passwordProfiles: Readonly<Record<PasswordProfile, Profile>> = {
  dengbao: { zh: '等保三级', least: 12, kinds: 3, history: 5, days: 90 },
  asvs: { zh: 'ASVS 5.0', least: 12, kinds: 0, history: 1, days: null },
}

/** Longer ones are not passwords but attacks. */
export const MOST_CHARACTERS = 200

let known: ReadonlySet<string> | undefined
/** The 3,100 commonest, leaked ones of the world and what offices here like to take. */
const common = (): ReadonlySet<string> => {
  known ??= new Set(
    readFileSync(new URL('../../words/common-passwords.txt', import.meta.url), 'utf8')
      .split(/\s+/)
      .filter(Boolean),
  )
  return known
}

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('0', 'o')
    .replace(/[^\p{L}\p{N}]/gu, '')

const plainKnown = (words: string): boolean =>
  common().has(words) || common().has(words.replaceAll('o', '0')) || common().has(words.replace(/[^a-z]/g, ''))

/** A common one, also with a year or signs hung on, doubled, or typed along the keyboard or the alphabet. */
const isCommon = (password: string): boolean => {
  const low = password.normalize('NFKC').toLowerCase()
  const bare = plain(low)
  const core = low.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const doubled = /^(.{1,20}?)\1+$/u.exec(bare)
  if (
    common().has(low) ||
    common().has(low.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')) ||
    plainKnown(bare) ||
    (core.length >= 4 && core.length > low.length / 2 - 1 && plainKnown(plain(core)))
  )
    return true
  if (doubled && [...bare].length >= 2) return true
  const rows = '01234567890abcdefghijklmnopqrstuvwxyzqwertyuiopasdfghjklzxcvbnm'
  return bare.length > 0 && [rows, [...rows].reverse().join('')].some((row) => row.includes(low))
}

const kindsIn = (password: string): number =>
  [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u].filter((kind) => kind.test(password)).length

/** Everything that is wrong with a new password, in words; nothing of it stands in them. */
export const passwordFaults = (password: string, own: readonly string[], profile: PasswordProfile): string[] => {
  const { least, kinds, zh } = passwordProfiles[profile]
  const length = [...password].length
  const low = plain(password)
  const names = own.map(plain).filter((name) => [...name].length >= 2)
  return [
    ...(length < least ? [`密码至少${least}个字，现在有${length}个字`] : []),
    ...(length > MOST_CHARACTERS ? [`密码最多${MOST_CHARACTERS}个字`] : []),
    ...(kindsIn(password) < kinds ? [`按${zh}，大写字母、小写字母、数字、其他符号应当至少有${kinds}种`] : []),
    ...(isCommon(password) ? ['这个密码太常见，或者是有规律的字符，容易被猜中'] : []),
    ...(names.some((name) => low.includes(name)) ? ['密码里不能有自己的用户名、姓名或者本系统的名称'] : []),
  ]
}

/** Is it too old to be used on? */
export const isOutworn = (setAt: Date, now: Date, profile: PasswordProfile): boolean => {
  const { days } = passwordProfiles[profile]
  return days !== null && now.getTime() - setAt.getTime() > days * 86_400_000
}
