import type { Part } from '../layout/page.js'

type Element = PDFKit.PDFStructureElement

/** Builds the document's structure tree while its runs are drawn: a part that goes on over a page stays one element. */
export type Structure = {
  /** Draws as content of a part, or as decoration when there is none. */
  draw(part: Part | undefined, paint: () => void): void
  /** An element for a form field of the page that is open; one a document. */
  field(): Element
  finish(): void
}

export function openStructure(paper: PDFKit.PDFDocument): Structure {
  const root = paper.struct('Document')
  const known = new Map<Part, Element>()
  let fieldPage: PDFKit.PDFPage | undefined

  const elementOf = (part: Part): Element => {
    const found = known.get(part)
    if (found) return found
    const element = part.alt ? paper.struct(part.role, { alt: part.alt }) : paper.struct(part.role)
    known.set(part, element)
    const parent = part.within ? elementOf(part.within) : root
    parent.add(element)
    return element
  }
  return {
    draw(part, paint) {
      if (!part) paper.markContent('Artifact', { type: 'Pagination' })
      else elementOf(part).add(paper.markStructureContent(part.role))
      paint()
      paper.endMarkedContent()
    },
    field() {
      fieldPage = paper.page
      const element = paper.struct('Form', { alt: '印章' })
      root.add(element)
      return element
    },
    finish() {
      paper.addStructure(root)
      // PDFKit takes the page that is open for the field's own.
      const last = paper.page
      if (fieldPage) paper.page = fieldPage
      root.end()
      paper.page = last
    },
  }
}
