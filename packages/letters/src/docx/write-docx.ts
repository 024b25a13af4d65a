import { MissingGlyphError } from '../faults.js'
import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { bodyXml } from './body.js'
import { letterheadXml } from './letterhead.js'
import { type DocxInfo, packText } from './office-package.js'

/**
 * A letter's blocks to a text that editors' programs open. The same blocks and info give the same bytes. Throws
 * MissingGlyphError for a character that the printed letter could not have either.
 */
export async function writeDocx(blocks: readonly Block[], info: DocxInfo, fonts: Fonts): Promise<Buffer> {
  const [missing] = fonts.missing(JSON.stringify([blocks, info.note]))
  if (missing) throw new MissingGlyphError(missing)
  const head = blocks.find((block) => block.kind === 'head')
  const isLetter = head?.format === 'letter'
  const letterhead = isLetter ? letterheadXml(head.organ, fonts) : []
  const body = bodyXml(blocks, fonts)
  return packText({ body, firstPageDiffers: head?.format !== 'document', letterhead, isLetter }, info)
}
