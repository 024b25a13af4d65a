import { grid } from '../layout/measures.js'
import { twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { spaceAbove } from './styles.js'
import { w, type Xml } from './xml.js'

/** 左空二字, then 附件： of three; a number takes one and a quarter. */
const [blank, label, numbered] = [2, 3, 1.25]

/**
 * 附件说明 (GB/T 9704-2012 7.3.4): one empty row under the text, names under each other; a single attachment has no
 * number. The tab goes to the hanging indent.
 */
export function attachmentsXml(names: readonly string[]): Xml[] {
  const several = names.length > 1
  const left = blank + label + (several ? numbered : 0)
  return names.map((name, index) => {
    const first = index === 0
    const hanging = (first ? label : 0) + (several ? numbered : 0)
    const indent = w('ind', { left: twips(left * grid.character), hanging: twips(hanging * grid.character) })
    const before = [...(first ? [words('附件：')] : []), ...(several ? [words(`${index + 1}.`), tab] : [])]
    return paragraphOf('Attachments', [...before, words(name)], [...(first ? [spaceAbove(1)] : []), indent])
  })
}

const tab = w('r', {}, w('tab'))
