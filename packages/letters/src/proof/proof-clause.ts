import { basename } from 'node:path'
import { clauseHead, isClauseName, loadClauses } from '../template/clauses.js'
import { articleFaults, formFaults, isCitation } from './citations.js'
import { type Fault, type Finding, fault, inOrder } from './finding.js'
import { checkHead, type Head, schemaFaults } from './head.js'
import { headingFaults } from './headings.js'
import { clauseCites } from './law-rules.js'
import { oldWordingFaults } from './old-wording.js'
import type { ProofOptions } from './proof-letter.js'
import { readSource } from './read-source.js'
import { readSyntax } from './syntax.js'

/** Every fault of one clause's file, as far as it can be told without the letters that use it. */
export function proofClause(path: string, { folders }: Pick<ProofOptions, 'folders'>): Finding[] {
  const source = readSource(path)
  if (!('head' in source)) return inOrder(path, source.faults)
  const { head, body } = source
  const words = [
    ...readSyntax(body, loadClauses(folders), path).faults,
    ...[headingFaults, formFaults, oldWordingFaults].flatMap((rule) => rule(body)),
  ]
  const parsed = checkHead(clauseHead, head.values)
  if (!parsed.success) {
    const unread = head.faults.length > 0 ? [] : schemaFaults(head, parsed.error.issues)
    return inOrder(path, [...source.faults, ...words, ...unread])
  }
  const { 条款: name, 法条号: cites, 适用结论: told, 有效期: force } = parsed.data
  const allowed = clauseCites(told)
  return inOrder(path, [
    ...words,
    ...nameFaults(path, name, head),
    ...cites.flatMap((cite, i) => citeFaults(cite, head, { path: ['法条号', i], allowed, told })),
    ...articleFaults(body, { cites: cites.length > 0 ? cites : allowed, of: '（不在条款的法条号之内）' }),
    ...(force.自 !== null && force.至 !== null && force.至 < force.自
      ? [fault(head.place(['有效期', '至']), 'clause', `有效期至${force.至}，早于自${force.自}`)]
      : []),
  ])
}

type Standing = {
  readonly path: readonly PropertyKey[]
  readonly allowed: string[] | null
  readonly told: readonly string[]
}

/** A clause may name a whole article where the outcome stands on a part of it. */
function citeFaults(cite: string, head: Head, { path, allowed, told }: Standing): Fault[] {
  const at = head.place(path)
  if (!isCitation(cite)) return [fault(at, 'citation', `“${cite}”不是完整的引注，应写成《…》第几条第几款第（几）项`)]
  const fits = allowed === null || allowed.some((one) => one.startsWith(cite) || cite.startsWith(one))
  const piece = { ...at, text: cite }
  const known = articleFaults(piece, { cites: null, of: '' })
  return fits ? known : [...known, fault(at, 'article', `结论${told.join('、')}不引用${cite}`)]
}

function nameFaults(path: string, name: string, head: Head): Fault[] {
  const file = basename(path, '.md')
  const at = head.place(['条款'])
  if (!isClauseName(name)) return [fault(at, 'head', `条款的名称“${name}”只能用汉字、字母、数字和连字符`)]
  return file === name ? [] : [fault(at, 'file-name', `文件名应为 ${name}.md，现在是 ${file}.md`)]
}
