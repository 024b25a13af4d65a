import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { attachmentsXml } from './attachments.js'
import { imprintXml } from './imprint.js'
import { documentHeadXml, numberXml } from './letterhead.js'
import { paragraphOf, paragraphs } from './paragraph.js'
import { signOffXml } from './sign-off.js'
import { tableXml } from './table.js'
import { w, type Xml } from './xml.js'

/** A letter's blocks as they are in the printed one, each with its style. */
export function bodyXml(blocks: readonly Block[], fonts: Fonts): Xml[] {
  const head = blocks.filter((block) => block.kind === 'head')
  const title = blocks.filter((block) => block.kind === 'title')
  const rest = blocks.filter((block) => block.kind !== 'head' && block.kind !== 'title')
  return [
    ...[...head, ...title].flatMap((block) => blockXml(block, undefined, fonts)),
    paragraphOf('Normal', []),
    ...rest.flatMap((block, index) => blockXml(block, rest[index + 1], fonts)),
  ]
}

/** Words that announce a quotation, and those before the signature, stay with what follows. */
const stays = (next: Block | undefined) =>
  next?.kind === 'quotation' || next?.kind === 'signOff' ? { own: [w('keepNext')] } : {}

function blockXml(block: Block, next: Block | undefined, fonts: Fonts): Xml[] {
  switch (block.kind) {
    case 'head':
      return block.format === 'document' ? documentHeadXml(block.organ, block.number, fonts) : numberXml(block.number)
    case 'title':
      return block.lines.flatMap((line) => paragraphs('Title', line))
    case 'addressee':
      return paragraphs('Addressee', block.text)
    case 'paragraph':
      return paragraphs('Text', block.text, stays(next))
    case 'heading':
      return paragraphs(`Heading${block.level}`, block.text)
    case 'quotation':
      return paragraphs('Quote', block.text)
    case 'attachments':
      return attachmentsXml(block.names)
    case 'signOff':
      return signOffXml(block)
    case 'imprint':
      return imprintXml(block)
    case 'table':
      return tableXml(block, fonts)
  }
}
