import type { Part } from '../layout/page.js'

type Element = PDFKit.PDFStructureElement

/** Builds the document's structure tree while its runs are drawn: a part that goes on over a page stays one element. */
export type Structure = {
  /** Draws as content of a part, or as decoration when there is none. */
  draw(part: Part | undefined, paint: () => void): void
  finish(): void
}

export function openStructure(paper: PDFKit.PDFDocument): Structure {
  const root = paper.struct('Document')
  const known = new Map<Part, Element>()

  const elementOf = (part: Part): Element => {
    const found = known.get(part)
    if (found) return found
    const element = paper.struct(part.role)
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
    finish() {
      paper.addStructure(root)
      root.end()
    },
  }
}
