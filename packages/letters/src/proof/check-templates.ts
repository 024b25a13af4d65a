import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clauseFiles, clauseFoldersOf } from '../template/clauses.js'
import { commonFile } from '../template/front-matter.js'
import { type Folders, mainTemplate, type Template } from '../template/template.js'
import { type Finding, inOrder } from './finding.js'
import { checkHead, readHead, schemaFaults } from './head.js'
import { proofClause } from './proof-clause.js'
import { type ProofOptions, proofLetter } from './proof-letter.js'

/** What was looked at, and every fault of it. */
export type Checked = { readonly letters: number; readonly clauses: number; readonly findings: readonly Finding[] }

/** Checks the files of some folders; `folders` of the options is where words are looked up, these first. */
export function checkTemplates(examined: Folders, options: ProofOptions): Checked {
  const letters = examined.flatMap(lettersIn)
  const clauses = [...new Set(examined.flatMap(clauseFoldersOf))].flatMap((folder) =>
    clauseFiles(folder).map((file) => join(folder, file)),
  )
  return {
    letters: letters.length,
    clauses: clauses.length,
    findings: [
      ...examined.flatMap(proofCommon),
      ...letters.flatMap((path) => proofLetter(path, options)),
      ...clauses.flatMap((path) => proofClause(path, options)),
    ],
  }
}

/** Every fault of a template that was read. */
export const templateFaults = (template: Template, options: ProofOptions): Finding[] =>
  proofLetter(mainTemplate(template.code, options.folders), options)

const lettersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.md') && file !== 'README.md')
        .sort()
        .map((file) => join(folder, file))
    : []

function proofCommon(folder: string): Finding[] {
  const path = join(folder, 'common.yaml')
  if (!existsSync(path)) return []
  const head = readHead(readFileSync(path, 'utf8'), 1)
  if (head.faults.length > 0) return inOrder(path, head.faults)
  const parsed = checkHead(commonFile, head.values)
  return parsed.success ? [] : inOrder(path, schemaFaults(head, parsed.error.issues))
}
