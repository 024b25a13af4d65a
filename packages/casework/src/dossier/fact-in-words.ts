import type { Fact } from '../facts.js'
import { factName, labelOf, valueWords } from './words.js'

/** What stands on every fact, and what is on the letters themselves. */
const apart = ['type', 'on', 'role', 'person', 'fields', 'id', 'closes', 'endsClock']

/** A fact as a person reads it. */
export interface FactInWords {
  readonly zh: string
  readonly details: readonly { readonly name: string; readonly zh: string }[]
}

/** Names and values of a fact in Chinese; what every fact has, and the words of letters, are left out. */
export const factInWords = (fact: Fact): FactInWords => ({
  zh: factName(fact.type),
  details: Object.entries(fact)
    .filter(([name, value]) => !apart.includes(name) && value !== undefined && value !== null)
    .map(([name, value]) => ({ name: labelOf(name, fact.type), zh: valueWords(name, value, fact.type) })),
})
