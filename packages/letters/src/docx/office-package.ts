import type { PdfInfo } from '../paper/write-pdf.js'
import { type PackagePart, packParts } from './package.js'
import { footerXml, headerXml, sectionXml, type Turn, turns } from './section.js'
import { stylesXml } from './styles.js'
import { fontTable } from './typefaces.js'
import { element, partXml, textXml, together, w, type Xml } from './xml.js'

/** What the file says about itself; `note` is said on every page, unless it is empty. */
export type DocxInfo = PdfInfo & { readonly note: string; readonly category?: string }
/** The same of a file that no template made. */
export type OfficeInfo = Omit<DocxInfo, 'template'> & Partial<Pick<DocxInfo, 'template'>>

/** A text, and what stands around it. */
export interface OfficeText {
  readonly body: readonly Xml[]
  /** The first page has a head and a foot of its own. */
  readonly firstPageDiffers: boolean
  /** Under the note at the head of the first page, and the red rule at its foot. */
  readonly letterhead?: readonly Xml[]
  readonly isLetter?: boolean
  /** Drawings of the text, in the order of {@link chartId}. */
  readonly charts?: readonly Xml[]
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** How the text calls its drawing of this number, from 0. */
export const chartId = (n: number): string => `chart-${n + 1}`

const part = (path: string, root: Xml): PackagePart => ({ path, bytes: partXml(root) })

/**
 * A text as one Office Open XML file (ECMA-376, transitional) that Word, WPS and LibreOffice edit. The same text and info
 * give the same bytes.
 */
export const packText = (text: OfficeText, info: DocxInfo): Promise<Buffer> => {
  const { body, firstPageDiffers, letterhead = [], isLetter = false, charts = [] } = text
  const parts = [
    part(
      '_rels/.rels',
      relationships([
        ['core', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['document', `${relations}/officeDocument`, 'word/document.xml'],
      ]),
    ),
    part('docProps/core.xml', coreXml(info)),
    part('word/document.xml', documentXml([...body, sectionXml(firstPageDiffers)])),
    part('word/styles.xml', stylesXml(main)),
    part('word/settings.xml', settingsXml()),
    part('word/fontTable.xml', fontTable(main)),
    ...turns.map((turn: Turn) =>
      part(`word/header-${turn}.xml`, headerXml(main, info.note, turn === 'first' ? letterhead : [])),
    ),
    ...turns.map((turn) => part(`word/footer-${turn}.xml`, footerXml(main, turn, isLetter))),
    ...charts.map((chart, n) => part(`word/${chartId(n)}.xml`, chart)),
    part('word/_rels/document.xml.rels', relationships([...ofDocument, ...charts.map((_, n) => ofChart(n))])),
  ]
  return packParts([part('[Content_Types].xml', typesXml(parts)), ...parts], info.date)
}

const ofChart = (n: number) => [chartId(n), `${relations}/chart`, `${chartId(n)}.xml`] as const

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

export const relationships = (all: readonly (readonly [string, string, string])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${packaged}/relationships` },
    together(all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }))),
  )

const office = 'application/vnd.openxmlformats-officedocument'
const typeOf = (path: string): string => {
  if (path === 'docProps/core.xml') return 'application/vnd.openxmlformats-package.core-properties+xml'
  const kind = /^word\/([a-zA-Z]+)/.exec(path)?.[1]
  if (kind === 'chart') return `${office}.drawingml.chart+xml`
  return `${office}.wordprocessingml.${kind === 'document' ? 'document.main' : kind}+xml`
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
export function coreXml({ title, author, date, template, note, category = '可编辑副本' }: OfficeInfo): Xml {
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
    ...(note ? [say('dc:description', note)] : []),
    ...(template ? [say('cp:keywords', `模板 ${template.id} ${template.version} sha256:${template.sha256}`)] : []),
    say('cp:category', category),
    say('cp:lastModifiedBy', 'zhiqing'),
    say('dc:language', 'zh-CN'),
    when('dcterms:created'),
    when('dcterms:modified'),
  )
}
