import type { FontRole } from '../fonts/choose.js'
import { imprint, rows as rowHeights, sheet, sizes } from '../layout/measures.js'
import { fixedLine, halfPoints, inCharacters, noteSize, rowsBefore, tracking, twips } from './measures.js'
import { faceOf } from './typefaces.js'
import { element, together, w, type Xml } from './xml.js'

/** What a paragraph of a letter is. Editors change a look in one place: the style. */
export type StyleId =
  | 'Normal'
  | 'Text'
  | 'Addressee'
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Quote'
  | 'Attachments'
  | 'SignOff'
  | 'Organ'
  | 'DocumentNumber'
  | 'TableText'
  | 'TableHead'
  | 'SheetText'
  | 'SheetHead'
  | 'Edition'
  | 'Imprint'
  | 'Gap'
  | 'Header'
  | 'Footer'

type Look = {
  readonly id: StyleId
  /** Names that Word knows (Title, heading 1 …) keep its outline and its translations. */
  readonly name: string
  readonly face?: FontRole
  readonly size?: number
  readonly grey?: true
  /** Children of `w:pPr`, in the schema's order. */
  readonly paragraph?: readonly Xml[]
}

const indented = w('ind', inCharacters('firstLine', 2))
const offGrid = w('snapToGrid', { val: 0 })
const exactly = (points: number): Xml => w('spacing', { line: twips(points), lineRule: 'exact' })
const aligned = (how: 'center' | 'left' | 'right' | 'both'): Xml => w('jc', { val: how })
/** Digits keep to the pitch of the printed letter: no space of the program's own between them and 汉字. */
const noSpaces = [w('autoSpaceDE', { val: 0 }), w('autoSpaceDN', { val: 0 })]
const heading = (level: number): readonly Xml[] => [
  w('keepNext'),
  w('keepLines'),
  indented,
  w('outlineLvl', { val: level - 1 }),
]

/** GB/T 9704-2012 7.3: the very measures of the printed letter. */
const looks: readonly Look[] = [
  { id: 'Normal', name: 'Normal', paragraph: noSpaces },
  { id: 'Text', name: '公文正文', paragraph: [indented] },
  { id: 'Addressee', name: '主送机关', paragraph: [w('keepNext')] },
  {
    id: 'Title',
    name: 'Title',
    face: 'xiaobiaosong',
    size: sizes.title,
    paragraph: [w('keepNext'), w('keepLines'), offGrid, exactly(rowHeights.title), aligned('center')],
  },
  { id: 'Heading1', name: 'heading 1', face: 'heiti', paragraph: heading(1) },
  { id: 'Heading2', name: 'heading 2', face: 'kaiti', paragraph: heading(2) },
  { id: 'Heading3', name: 'heading 3', paragraph: heading(3) },
  { id: 'Quote', name: 'Quote', face: 'kaiti', paragraph: [indented] },
  { id: 'Attachments', name: '附件说明', paragraph: [w('keepLines')] },
  { id: 'SignOff', name: '落款', paragraph: [w('keepNext'), w('keepLines'), aligned('center')] },
  { id: 'Organ', name: '发文机关标志', face: 'xiaobiaosong', paragraph: [offGrid, aligned('center')] },
  { id: 'DocumentNumber', name: '发文字号', paragraph: [offGrid, exactly(fixedLine * sizes.body), aligned('right')] },
  { id: 'TableText', name: '表格文字', size: sizes.cell, paragraph: [offGrid, exactly(rowHeights.cell)] },
  {
    id: 'TableHead',
    name: '表头',
    face: 'heiti',
    size: sizes.cell,
    paragraph: [w('keepNext'), offGrid, exactly(rowHeights.cell), aligned('center')],
  },
  { id: 'SheetText', name: '报表数字', size: sheet.size, paragraph: [offGrid, exactly(sheet.line), aligned('center')] },
  {
    id: 'SheetHead',
    name: '报表项目',
    face: 'heiti',
    size: sheet.size,
    paragraph: [offGrid, exactly(sheet.line), aligned('center')],
  },
  { id: 'Edition', name: '版次', paragraph: [w('keepNext'), aligned('center')] },
  { id: 'Imprint', name: '版记', size: imprint.size, paragraph: [offGrid, exactly(imprint.row)] },
  { id: 'Gap', name: '空隙', size: 1, paragraph: [offGrid] },
  {
    id: 'Header',
    name: 'header',
    face: 'kaiti',
    size: noteSize,
    grey: true,
    paragraph: [offGrid, exactly(noteSize), aligned('center')],
  },
  { id: 'Footer', name: 'footer', face: 'songti', size: sizes.pageNumber, paragraph: [offGrid] },
]

/** A row left empty above: of the attachments, of the organ's name where the seal has its place. */
export const spaceAbove = (rows: number): Xml => w('spacing', rowsBefore(rows))

function styleXml({ id, name, face, size, grey, paragraph = [] }: Look): Xml {
  const normal = id === 'Normal'
  const run = [
    ...(face ? [faceOf(face)] : []),
    ...(grey ? [w('color', { val: '7F7F7F' })] : []),
    ...(size && !normal ? [w('spacing', { val: 0 })] : []),
    ...(size ? [w('sz', { val: halfPoints(size) }), w('szCs', { val: halfPoints(size) })] : []),
  ]
  return w(
    'style',
    { type: 'paragraph', styleId: id, ...(normal ? { default: 1 } : {}) },
    w('name', { val: name }),
    ...(normal ? [] : [w('basedOn', { val: 'Normal' })]),
    w('qFormat'),
    ...(paragraph.length > 0 ? [w('pPr', {}, ...paragraph)] : []),
    ...(run.length > 0 ? [w('rPr', {}, ...run)] : []),
  )
}

const rule = (side: string): Xml => w(side, { val: 'single', sz: 6, space: 0, color: '000000' })

const tableStyle = w(
  'style',
  { type: 'table', styleId: 'Table', default: 1 },
  w('name', { val: 'Normal Table' }),
  w(
    'tblPr',
    {},
    w('tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(rule)),
    w('tblCellMar', {}, ...['top', 'left', 'bottom', 'right'].map((side) => w(side, { w: 100, type: 'dxa' }))),
  ),
)

/** `word/styles.xml`: 三号仿宋, justified, on the grid; marks that close do not hang over the margin. */
export const stylesXml = (namespace: string): Xml =>
  element(
    'w:styles',
    { 'xmlns:w': namespace },
    w(
      'docDefaults',
      {},
      w(
        'rPrDefault',
        {},
        w(
          'rPr',
          {},
          faceOf('fangsong'),
          w('spacing', { val: tracking }),
          w('kern', { val: 0 }),
          w('sz', { val: halfPoints(sizes.body) }),
          w('szCs', { val: halfPoints(sizes.body) }),
          w('lang', { val: 'zh-CN', eastAsia: 'zh-CN', bidi: 'ar-SA' }),
        ),
      ),
      w(
        'pPrDefault',
        {},
        w(
          'pPr',
          {},
          w('widowControl'),
          w('kinsoku'),
          w('overflowPunct', { val: 0 }),
          ...noSpaces,
          w('spacing', { before: 0, after: 0, line: 240, lineRule: 'auto' }),
          w('jc', { val: 'both' }),
        ),
      ),
    ),
    together(looks.map(styleXml)),
    tableStyle,
  )
