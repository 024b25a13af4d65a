import { SaxesParser } from 'saxes'
import { unzip } from './unzip.js'

/** An element of a part, as a strict XML parser that is not ours reads it. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Node | string)[]
}

/** Throws for whatever is not well formed or uses a prefix that is not declared. */
export const parseXml = (text: string): Node => {
  const root: Node & { children: (Node | string)[] } = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const node = { name, attributes: values, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (words) => void open.at(-1)?.children.push(words))
  parser.write(text).close()
  const [top] = root.children.filter((child) => typeof child !== 'string')
  if (!top) throw new Error('no element')
  return top
}

/** All elements of a name in a tree, in the order of the text. */
export const find = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...find(child, name)],
  )

/** The first element down a path, or undefined. */
export const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((here, name) => {
    const found = here?.children.find((child) => typeof child !== 'string' && child.name === name)
    return typeof found === 'string' ? undefined : found
  }, node)

export const attribute = (node: Node | undefined, name: string): string | undefined => node?.attributes[name]

/** Words of a paragraph: its texts, a tab as a blank. */
const wordsOf = (paragraph: Node): string =>
  find(paragraph, 'w:r')
    .flatMap((run) => run.children)
    .map((child) => {
      if (typeof child === 'string') return ''
      return child.name === 'w:t' ? child.children.join('') : child.name === 'w:tab' ? ' ' : ''
    })
    .join('')

/** A paragraph as an editor's program sees it. */
export interface Line {
  readonly style: string
  readonly text: string
}

const linesOf = (part: Node): Line[] =>
  find(part, 'w:p').map((paragraph) => ({
    style: attribute(at(paragraph, 'w:pPr', 'w:pStyle'), 'w:val') ?? '',
    text: wordsOf(paragraph),
  }))

export interface ReadDocx {
  readonly parts: ReadonlyMap<string, Node>
  readonly days: readonly string[]
  /** What is said of the copy, once where it is the same on every page. */
  readonly notes: readonly string[]
  /** The letterhead, then the text, in order; empty paragraphs left out. */
  readonly lines: readonly Line[]
  readonly text: string
}

/** Opens a DOCX with a reader of ZIP that is not the writer's and a strict XML parser; throws for what is broken. */
export const readDocx = (docx: Buffer): ReadDocx => {
  const files = unzip(docx)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parts = new Map(files.map(({ name, bytes }) => [name, parseXml(utf8.decode(bytes))]))
  const part = (name: string): Node => {
    const found = parts.get(name)
    if (!found) throw new Error(`no part ${name}`)
    return found
  }
  const headers = ['first', 'default', 'even'].map((turn) => linesOf(part(`word/header-${turn}.xml`)))
  const ofHeader = (note: boolean) => headers.flat().filter(({ style }) => (style === 'Header') === note)
  const lines = [...ofHeader(false), ...linesOf(part('word/document.xml'))].filter(({ text }) => text !== '')
  return {
    parts,
    days: files.map(({ day }) => day),
    notes: [...new Set(ofHeader(true).map(({ text }) => text))],
    lines,
    text: lines.map(({ text }) => text).join('\n'),
  }
}
