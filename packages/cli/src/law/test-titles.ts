import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NamedTest } from './coverage.js'

/** The tests' source, when it lies beside the product; an installed product has none. */
export const testFolder: string = fileURLToPath(new URL('../../../../test/src/', import.meta.url))

/** Sections of the contract are no articles: `contract §2, §3`. */
const ofContract = /contract §\d+(?:, ?§\d+)*/g

const upTo = (from: number, to: number): number[] =>
  to >= from && to - from < 200 ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [from]

/** Numbers after a mark, ranges opened: §36–§39, R44–R50. */
const numbersOf = (words: string, mark: string): number[] =>
  [...words.matchAll(new RegExp(`${mark}(\\d+)(?:[.(][\\d.()]*)?(?:[–-]${mark}?(\\d+))?`, 'g'))].flatMap(
    ([, from, to]) => upTo(Number(from), Number(to ?? from)),
  )

const instruments: readonly (readonly [mark: string, prefix: string])[] = [
  ['§', 'ogi'],
  ['行诉法 ?', 'litigation'],
  ['复议法 ?', 'reconsideration'],
  ['民法典 ?', 'civil'],
  ['办法第?', 'fee'],
]

/** What a title names: articles and rules. */
export const testNamed = (title: string): NamedTest => {
  const words = title.replace(ofContract, '')
  const articles = instruments.flatMap(([mark, prefix]) => numbersOf(words, mark).map((n) => `${prefix}:${n}`))
  const suffixed = [...words.matchAll(/\bR(\d+[a-z])\b/g)].map(([, number]) => `R${number}`)
  return { code: title, articles, rules: [...numbersOf(words, '\\bR').map((n) => `R${n}`), ...suffixed] }
}

const title = /\bt(?:ap)?\.test\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g

/** Every test title under a folder that names an article or a rule; undefined where the folder is not there. */
export const testTitles = (folder: string = testFolder): NamedTest[] | undefined => {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  return [...files, ...others]
    .toSorted()
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(title)])
    .map(([, , words = '']) => testNamed(words))
    .filter(({ articles, rules }) => articles.length > 0 || rules.length > 0)
}
