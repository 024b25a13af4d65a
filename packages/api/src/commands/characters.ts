import type { Fault } from '@zhiqing/casework'
import { type Unprintable, unprintableCharacters } from '@zhiqing/letters'
import type { Services } from '../services.js'

interface Found {
  readonly path: string
  readonly text: string
}

const textsIn = (value: unknown, path = ''): Found[] => {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, path ? `${path}.${key}` : key))
}

const fault = (path: string, { character, name, refused }: Unprintable): Fault => ({
  path,
  zh: `含有字库无法印出的字符${refused ? '' : `“${character}”`}（${name}），请改用其他写法或者请系统管理员配置字库`,
})

/** Characters of the input that no letter could print, each with its place: told at the door, not at the printer. */
export const unprintable = async (input: unknown, press: Services['press']): Promise<Fault[]> => {
  const found = textsIn(input)
  const odd = await unprintableCharacters(found.map(({ text }) => text).join('\n'), press)
  return found.flatMap(({ path, text }) =>
    odd.filter(({ character }) => text.includes(character)).map((one) => fault(path, one)),
  )
}
