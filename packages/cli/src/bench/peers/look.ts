import type { Block } from '@zhiqing/letters'

/** A face as it is called by name and weight; the same files for all printers. */
export type Look = {
  readonly role: 'fangsong' | 'kaiti' | 'heiti' | 'xiaobiaosong'
  readonly size: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  /** Characters the first line is set in. */
  readonly indent: number
  readonly red?: true
}

/** One paragraph of a letter. */
export type Piece = { readonly text: string; readonly look: Look }

const body = { role: 'fangsong', size: 16, align: 'justify', indent: 2 } as const

/** A letter as plain paragraphs, in the measures of GB/T 9704 as far as any printer has them. */
export const piecesOf = (blocks: readonly Block[]): Piece[] => blocks.flatMap(pieceOf)

function pieceOf(block: Block): Piece[] {
  switch (block.kind) {
    case 'head':
      return [
        { text: block.organ, look: { role: 'xiaobiaosong', size: 32, align: 'center', indent: 0, red: true } },
        ...(block.number ? [{ text: block.number, look: { ...body, align: 'right', indent: 0 } } as const] : []),
      ]
    case 'title':
      return block.lines.map((text) => ({ text, look: { role: 'xiaobiaosong', size: 22, align: 'center', indent: 0 } }))
    case 'addressee':
      return [{ text: block.text, look: { ...body, indent: 0 } }]
    case 'paragraph':
      return [{ text: block.text, look: body }]
    case 'heading':
      return [{ text: block.text, look: { ...body, role: block.level === 1 ? 'heiti' : 'kaiti' } }]
    case 'quotation':
      return [{ text: block.text, look: { ...body, role: 'kaiti' } }]
    case 'signOff':
      return [block.organ, block.date].map((text) => ({ text, look: { ...body, align: 'right', indent: 0 } }))
    default:
      throw new Error(`the measured letter has no ${block.kind}`)
  }
}
