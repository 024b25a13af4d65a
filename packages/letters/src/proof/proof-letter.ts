import { basename } from 'node:path'
import { TemplateError } from '../faults.js'
import { clauseTag, loadClauses } from '../template/clauses.js'
import { type FrontMatter, frontMatter } from '../template/front-matter.js'
import { buildTemplate, commonNames, type Folders, type Template } from '../template/template.js'
import { expectedOf } from './expected.js'
import { type Fault, type Finding, fault, inOrder, matchesIn, type Piece, type Place } from './finding.js'
import { checkHead, type Head, schemaFaults } from './head.js'
import { headingFaults } from './headings.js'
import { citesFaults, lawFaults } from './law-rules.js'
import {
  clauseFaults,
  elementFaults,
  identityFaults,
  quotationFaults,
  remedyFaults,
  signOffFaults,
} from './letter-rules.js'
import { oldWordingFaults } from './old-wording.js'
import { readSource } from './read-source.js'
import { renderFaults } from './render-rules.js'
import { placesOf, type Sheet } from './sheet.js'
import { readSyntax, type Understood } from './syntax.js'
import { impliedFaults, sampleFaults, shadowFaults, undeclaredFaults, unusedFaults } from './variables.js'

/** Where a check looks for common variables and clauses, and its day ('YYYY-MM-DD'). */
export type ProofOptions = { readonly folders: Folders; readonly today: string }

/** Every fault of one letter's file. */
export function proofLetter(path: string, options: ProofOptions): Finding[] {
  const source = readSource(path)
  if (!('head' in source)) return inOrder(path, source.faults)
  const { head, body } = source
  const syntax = readSyntax(body, loadClauses(options.folders))
  const parsed = checkHead(frontMatter, head.values)
  const always = [...source.faults, ...syntax.faults, ...headingFaults(body)]
  if (!parsed.success) {
    const unread = head.faults.length > 0 ? [] : schemaFaults(head, parsed.error.issues)
    return inOrder(path, [...always, ...unread, ...oldWordingFaults(body)])
  }
  const front = parsed.data
  const named = nameFaults(path, front, head)
  const built = build({ path, bytes: source.bytes, front, body }, options.folders)
  if (built instanceof TemplateError) {
    const lost = commonFaults(front, head, options.folders)
    return inOrder(path, [...always, ...named, ...(lost ?? [fault(head.place(['公共变量']), 'head', built.message)])])
  }
  return inOrder(path, [...always, ...named, ...sheetFaults({ path, head, front, body }, built, { syntax, options })])
}

type Parts = { readonly path: string; readonly head: Head; readonly front: FrontMatter; readonly body: Piece }
type Read = { readonly syntax: Understood; readonly options: ProofOptions }

function sheetFaults({ path, head, front, body }: Parts, template: Template, { syntax, options }: Read): Fault[] {
  const title = head.piece(['标题']) ?? { ...head.place(['标题']), text: front.标题 }
  const titled = readSyntax(title, template.clauses)
  const used = merge(placesOf(titled.nodes, title), placesOf(syntax.nodes, body), body, template)
  const expected = expectedOf(template.code)
  const sheet: Sheet = { path, head, front, template, title, body, used, expected, today: options.today }
  const broken = [...syntax.faults, ...titled.faults]
  const faults = [
    ...titled.faults,
    ...[undeclaredFaults, impliedFaults, sampleFaults, shadowFaults, citesFaults, lawFaults].flatMap((rule) =>
      rule(sheet),
    ),
    ...[remedyFaults, signOffFaults, quotationFaults, identityFaults, clauseFaults].flatMap((rule) => rule(sheet)),
    ...(broken.length > 0 ? [] : [...unusedFaults(sheet), ...elementFaults(sheet)]),
  ]
  const unwritable = [...broken, ...faults].some(({ rule }) =>
    ['syntax', 'variable-undeclared', 'sample', 'clause-expired'].includes(rule),
  )
  return [...faults, ...(unwritable ? [] : renderFaults(sheet))]
}

type Used = Map<string, (Place & { file?: string | undefined })[]>

/** A variable that a clause uses is used where the clause stands. */
function merge(title: Used, words: Used, body: Piece, { clauses }: Template): Map<string, Place[]> {
  const tags = matchesIn(body, clauseTag)
  const standing = ({ file, ...place }: Place & { file?: string | undefined }): Place[] =>
    file ? tags.filter(({ found }) => clauses(found[1] ?? '')?.path === file).map((tag) => tag.place) : [place]
  const merged = new Map<string, Place[]>(title)
  for (const [name, places] of words) merged.set(name, [...(merged.get(name) ?? []), ...places.flatMap(standing)])
  return merged
}

function nameFaults(path: string, front: FrontMatter, head: Head): Fault[] {
  const wanted = `${front.id}.md`
  const message = `文件名应为 ${wanted}，现在是 ${basename(path)}，程序不会用它`
  return basename(path) === wanted ? [] : [fault(head.place(['id']), 'file-name', message)]
}

/** Names that no common file declares; null where the common file itself is what cannot be read. */
function commonFaults(front: FrontMatter, head: Head, folders: Folders): Fault[] | null {
  const names = unlessBroken(() => commonNames(folders))
  if (names instanceof TemplateError) return null
  return front.公共变量.flatMap((name, i) =>
    names.includes(name) ? [] : [fault(head.place(['公共变量', i]), 'head', `公共变量中没有“${name}”`)],
  )
}

type Written = { path: string; bytes: Uint8Array; front: FrontMatter; body: Piece }

const build = ({ path, bytes, front, body }: Written, folders: Folders): Template | TemplateError =>
  unlessBroken(() => buildTemplate({ path, bytes, head: front, body: body.text }, folders))

function unlessBroken<Value>(work: () => Value): Value | TemplateError {
  try {
    return work()
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
}
