import { type PublicationReason, publicationReasons } from '@zhiqing/casework'
import type { Choice } from '../../look/choices.js'

const plain: Readonly<Record<PublicationReason, string>> = {
  publicInterest: '关系到许多人的利益',
  widelyKnown: '应当让大家都知道',
  participation: '应当请大家一起参与决定',
}

/** The three cases of the article, said plainly and in its own words. */
export const reasonChoices: readonly Choice[] = Object.entries(plain).map(([value, label]) => ({
  value,
  label: `${label}（${publicationReasons[value as PublicationReason]}）`,
}))
