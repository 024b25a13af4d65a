import type { Box } from '../layout/page.js'

/** PDFKit's own form needs fonts and asks viewers to draw appearances, which PDF/A forbids: only its last step is used. */
type Private = { _acroform: { fonts: object; defaultFont: string }; _root: { data: Record<string, unknown> } }

/** Leaves the catalogue, the form and the field as PDF/A wants them: an appearance, printed, no scripts (ISO 19005-2 6.4). */
const formOf = (paper: PDFKit.PDFDocument, field: unknown): void => {
  const inner = paper as unknown as Private
  inner._acroform = { fonts: {}, defaultFont: 'none' }
  inner._root.data.AcroForm = paper.ref({ Fields: [field], SigFlags: 3, DR: { Font: {} } })
}

/**
 * Keeps a signature field, with an appearance that shows nothing, at the seal's place of the page that is open. Nothing is
 * drawn: whoever seals puts the picture there, in bytes that follow ours.
 */
export function reserveSeal(paper: PDFKit.PDFDocument, { x, y, width, height }: Box, part: unknown): void {
  const nothing = paper.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
  nothing.end('q Q')
  paper.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('seal'),
    TU: new String('印章'),
    Ff: 0,
    F: 4,
    C: [],
    P: paper.page.dictionary,
    AP: { N: nothing },
    structParent: part,
  } as never)
  formOf(paper, paper.page.annotations.at(-1))
}
