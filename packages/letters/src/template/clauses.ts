import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDay, outcomes } from '@zhiqing/law'
import { parse } from 'yaml'
import { z } from 'zod'
import { TemplateError } from '../faults.js'
import { besideLetters } from './beside.js'
import { fileAt } from './files.js'
import { cutFile } from './front-matter.js'

/** Words that several letters share, with the law they rest on. Days are 'YYYY-MM-DD', both inclusive; null is open. */
export type Clause = {
  readonly name: string
  readonly path: string
  /** Full citations; none where the words rest on no article. */
  readonly articles: readonly string[]
  readonly from: string | null
  readonly until: string | null
  /** Outcomes the words are true for; none given means every one. */
  readonly outcomes: readonly string[]
  /** Liquid, in the scope of the letter. */
  readonly text: string
  readonly sha256: string
}

/** Finds a clause by its name. Throws TemplateError for one that cannot be read. */
export type Clauses = (name: string) => Clause | undefined

const day = z.string().refine(isDay, '应为真实存在的日期（YYYY-MM-DD）').nullable().default(null)

/** The head of a clause, as legal staff write it. */
export const clauseHead = z.strictObject({
  条款: z.string().min(1),
  说明: z.string().min(1),
  法条号: z.array(z.string()).default([]),
  有效期: z.strictObject({ 自: day, 至: day }).prefault({}),
  适用结论: z.array(z.enum(outcomes)).default([]),
})

/** What a clause may be called: Chinese, letters, figures and a hyphen; never a path. */
export const isClauseName = (name: string): boolean => /^[\p{Script=Han}A-Za-z0-9-]{1,40}$/u.test(name)

/** Where the clauses of a folder of letters lie. */
export const clauseFoldersOf = (folder: string): string[] => besideLetters(folder, 'clauses')

const known = new Map<string, Clauses>()

/** The clauses that go with folders of letters; of two with one name that of the first folder. Files are read once. */
export function loadClauses(folders: readonly string[]): Clauses {
  const key = folders.join('\n')
  const clauses = known.get(key) ?? openClauses(folders.flatMap(clauseFoldersOf))
  known.set(key, clauses)
  return clauses
}

/** The names of all clause files in a folder, in order. */
export const clauseFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.md') && file !== 'README.md')
        .sort()
    : []

function openClauses(folders: readonly string[]): Clauses {
  const read = new Map<string, Clause>()
  return (name) => {
    if (!isClauseName(name)) return undefined
    const path = folders.map((folder) => join(folder, `${name}.md`)).find((file) => fileAt(file))
    if (!path) return undefined
    const clause = read.get(name) ?? readClause(name, path)
    read.set(name, clause)
    return clause
  }
}

function readClause(name: string, path: string): Clause {
  const file = fileAt(path) ?? Buffer.alloc(0)
  const cut = cutFile(file.toString('utf8'))
  const head = clauseHead.safeParse(cut ? headOf(cut.head, path) : null)
  if (!cut || !head.success) throw new TemplateError(`条款读不通：${path}`)
  if (head.data.条款 !== name) throw new TemplateError(`条款的名称（${head.data.条款}）与文件名不符：${path}`)
  return {
    name,
    path,
    articles: head.data.法条号,
    from: head.data.有效期.自,
    until: head.data.有效期.至,
    outcomes: head.data.适用结论,
    text: cut.body.trim(),
    sha256: createHash('sha256').update(file).digest('hex'),
  }
}

function headOf(head: string, path: string): unknown {
  try {
    return parse(head)
  } catch {
    throw new TemplateError(`条款的抬头读不通：${path}`)
  }
}

/** `{% 条款 "16" %}` in the words of a letter. */
export const clauseTag = /\{%-?\s*条款\s+["'“]([^"'”]*)["'”]\s*-?%\}/g

/** The names of the clauses that words use, each once, in order. */
export const clausesUsed = (words: string): string[] => [
  ...new Set([...words.matchAll(clauseTag)].map(([, name = '']) => name)),
]
