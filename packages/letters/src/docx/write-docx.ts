import { MissingGlyphError } from '../faults.js'
import type { Fonts } from '../fonts/fonts.js'
import type { PdfInfo } from '../paper/write-pdf.js'
import type { Block } from '../template/block.js'
import { bodyXml } from './body.js'
import { letterheadXml } from './letterhead.js'
import { type PackagePart, packParts } from './package.js'
import { footerXml, headerXml, sectionXml, turns } from './section.js'
import { stylesXml } from './styles.js'
import { fontTable } from './typefaces.js'
import { element, partXml, textXml, together, w, type Xml } from './xml.js'

/** What the file says about itself; `note` is said on every page. */
export type DocxInfo = PdfInfo & { readonly note: string }

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/**
 * Blocks to an Office Open XML text (ECMA-376, transitional) that Word, WPS and LibreOffice edit. The same blocks and
 * info give the same bytes. Throws MissingGlyphError for a character that the printed letter could not have either.
 */
export async function writeDocx(blocks: readonly Block[], info: DocxInfo, fonts: Fonts): Promise<Buffer> {
  const [missing] = fonts.missing(JSON.stringify([blocks, info.note]))
  if (missing) throw new MissingGlyphError(missing)
  const head = blocks.find((block) => block.kind === 'head')
  const isLetter = head?.format === 'letter'
  const letterhead = isLetter ? letterheadXml(head.organ, fonts) : []
  const part = (path: string, root: Xml): PackagePart => ({ path, bytes: partXml(root) })
  const parts = [
    part(
      '_rels/.rels',
      relationships([
        ['core', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['document', `${relations}/officeDocument`, 'word/document.xml'],
      ]),
    ),
    part('docProps/core.xml', coreXml(info)),
    part('word/document.xml', documentXml([...bodyXml(blocks, fonts), sectionXml(head?.format !== 'document')])),
    part('word/styles.xml', stylesXml(main)),
    part('word/settings.xml', settingsXml()),
    part('word/fontTable.xml', fontTable(main)),
    ...turns.map((turn) =>
      part(`word/header-${turn}.xml`, headerXml(main, info.note, turn === 'first' ? letterhead : [])),
    ),
    ...turns.map((turn) => part(`word/footer-${turn}.xml`, footerXml(main, turn, isLetter))),
    part('word/_rels/document.xml.rels', relationships(ofDocument)),
  ]
  return packParts([part('[Content_Types].xml', typesXml(parts)), ...parts], info.date)
}

const documentXml = (children: readonly Xml[]): Xml =>
  element('w:document', { 'xmlns:w': main, 'xmlns:r': relations }, w('body', {}, ...children))

/** Strict 避头尾, marks that may be squeezed, other footers on even pages; no mode of an older Word. */
const settingsXml = (): Xml =>
  element(
    'w:settings',
    { 'xmlns:w': main },
    w('evenAndOddHeaders'),
    w('characterSpacingControl', { val: 'compressPunctuation' }),
    w('strictFirstAndLastChars'),
    w(
      'compat',
      {},
      w('balanceSingleByteDoubleByteWidth'),
      w('doNotExpandShiftReturn'),
      w('useFELayout'),
      w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }),
    ),
    w('themeFontLang', { val: 'zh-CN', eastAsia: 'zh-CN' }),
  )

const ofDocument: readonly (readonly [string, string, string])[] = [
  ['styles', `${relations}/styles`, 'styles.xml'],
  ['settings', `${relations}/settings`, 'settings.xml'],
  ['fontTable', `${relations}/fontTable`, 'fontTable.xml'],
  ...(['header', 'footer'] as const).flatMap((kind) =>
    turns.map((turn) => [`${kind}-${turn}`, `${relations}/${kind}`, `${kind}-${turn}.xml`] as const),
  ),
]

const relationships = (all: readonly (readonly [string, string, string])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${packaged}/relationships` },
    together(all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }))),
  )

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const typeOf = (path: string): string => {
  if (path === 'docProps/core.xml') return 'application/vnd.openxmlformats-package.core-properties+xml'
  const kind = /^word\/([a-zA-Z]+)/.exec(path)?.[1]
  return `${office}.${kind === 'document' ? 'document.main' : kind}+xml`
}

const typesXml = (parts: readonly PackagePart[]): Xml =>
  element(
    'Types',
    { xmlns: `${packaged}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    together(
      parts
        .filter(({ path }) => !path.endsWith('.rels'))
        .map(({ path }) => element('Override', { PartName: `/${path}`, ContentType: typeOf(path) })),
    ),
  )

/** Dated by the letter, never by the clock. */
function coreXml({ title, author, date, template, note }: DocxInfo): Xml {
  const instant = new Date(`${date}T00:00:00+08:00`).toISOString().replace('.000Z', 'Z')
  const say = (name: string, words: string): Xml => element(name, {}, textXml(words))
  const when = (name: string): Xml => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, textXml(instant))
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packaged}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    say('dc:title', title),
    say('dc:creator', author),
    say('dc:description', note),
    say('cp:keywords', `模板 ${template.id} ${template.version} sha256:${template.sha256}`),
    say('cp:category', '可编辑副本'),
    say('cp:lastModifiedBy', 'zhiqing'),
    say('dc:language', 'zh-CN'),
    when('dcterms:created'),
    when('dcterms:modified'),
  )
}
