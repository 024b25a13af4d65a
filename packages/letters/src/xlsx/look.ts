import { element, together, type Xml } from '../docx/xml.js'

/** How a cell looks; its number is its place here. */
export const looks = ['plain', 'title', 'head', 'label', 'figure', 'heading', 'words'] as const
export type Look = (typeof looks)[number]

type Setting = readonly [font: number, border: number, across: 'center' | 'left', down: 'center' | 'top']

const settings: Readonly<Record<Look, Setting>> = {
  plain: [0, 0, 'left', 'center'],
  title: [2, 0, 'center', 'center'],
  head: [1, 1, 'center', 'center'],
  label: [1, 1, 'left', 'center'],
  figure: [0, 1, 'center', 'center'],
  heading: [1, 0, 'left', 'center'],
  words: [0, 0, 'left', 'top'],
}

const fontXml = (name: string, size: number): Xml =>
  element('font', {}, element('sz', { val: size }), element('name', { val: name }), element('charset', { val: 134 }))

const none = ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side))
const thin = ['left', 'right', 'top', 'bottom']
  .map((side) => element(side, { style: 'thin' }, element('color', { rgb: 'FF000000' })))
  .concat(element('diagonal'))

const formatXml = ([fontId, borderId, horizontal, vertical]: Setting): Xml =>
  element(
    'xf',
    { numFmtId: 0, fontId, fillId: 0, borderId, xfId: 0, applyFont: 1, applyBorder: 1, applyAlignment: 1 },
    element('alignment', { horizontal, vertical, wrapText: 1 }),
  )

const list = (name: string, members: readonly Xml[]): Xml => element(name, { count: members.length }, together(members))

/** `xl/styles.xml`: 仿宋 of 11 points, headings in 黑体; black on white, so a print tells all. */
export const looksXml = (namespace: string): Xml =>
  element(
    'styleSheet',
    { xmlns: namespace },
    list('fonts', [fontXml('仿宋', 11), fontXml('黑体', 11), fontXml('黑体', 14)]),
    list('fills', [
      element('fill', {}, element('patternFill', { patternType: 'none' })),
      element('fill', {}, element('patternFill', { patternType: 'gray125' })),
    ]),
    list('borders', [element('border', {}, ...none), element('border', {}, ...thin)]),
    list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    list(
      'cellXfs',
      looks.map((look) => formatXml(settings[look])),
    ),
    list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  )
