import { chineseNumber } from '../citation.js'
import type { Day } from '../day.js'
import type { RemedyBlock } from '../grounds.js'
import type { Organ } from '../organ.js'
import { courtOf, reconsiderationOrganOf } from './authority.js'
import { litigationAfterReview, litigationPeriod, reconsiderationPeriod } from './periods.js'

/** Who the remedy is told to: the applicant of a reply, or the third party of P06. */
export interface RemedyWords {
  /** The day of the letter: the periods told are those in force then. */
  readonly on: Day
  readonly organ: Organ
  /** 答复 or 决定: what the reader may disagree with. */
  readonly act: string
  /** A reply served electronically must also name the online way (复议法 22.2). */
  readonly electronic: boolean
  /** For a mixed remedy: the items (from 1) of each kind; left out where one reply on one thing rests on grounds of both kinds. */
  readonly items?: { readonly first: readonly number[]; readonly either: readonly number[] } | undefined
}

const online = ({ organ, electronic }: RemedyWords): string =>
  electronic && organ.reviewOnlineUrl ? `，也可以通过互联网渠道（${organ.reviewOnlineUrl}）提出行政复议申请` : ''

const whole = ({ act }: RemedyWords): string => `如对本${act}不服`

const numbered = (items: readonly number[]): string => items.map((n) => `第${chineseNumber(n)}项`).join('、')

const ofItems = ({ act }: RemedyWords, items: readonly number[]): string => `如对本${act}${numbered(items)}的决定不服`

/** The part that rests on 条例 14–16, and all the rest of the same reply (rulebook R56). */
const ofPart = ({ act }: RemedyWords, first: boolean): string =>
  `如对本${act}${first ? '依据《中华人民共和国政府信息公开条例》第十四条、第十五条、第十六条不予公开的部分' : '的其他部分'}不服`

const reconsiderationFirst = (words: RemedyWords, disagrees = whole(words)): string =>
  `${disagrees}，应当先自收到本${words.act}之日起${reconsiderationPeriod.at(words.on)}日内向${reconsiderationOrganOf(words.organ)}申请行政复议${online(words)}；` +
  `对行政复议决定仍不服的，可以自收到行政复议决定书之日起${litigationAfterReview.at(words.on)}日内向${courtOf(words.organ)}提起行政诉讼。`

const either = (words: RemedyWords, disagrees = whole(words)): string =>
  `${disagrees}，可以自收到本${words.act}之日起${reconsiderationPeriod.at(words.on)}日内向${reconsiderationOrganOf(words.organ)}申请行政复议${online(words)}，` +
  `或者自收到本${words.act}之日起${litigationPeriod.at(words.on)}个月内向${courtOf(words.organ)}提起行政诉讼。`

/** The paragraphs of a remedy block (rulebook R56–R58); none for RB0. */
export const remedyParagraphs = (block: RemedyBlock, words: RemedyWords): string[] => {
  switch (block) {
    case 'RB0':
      return []
    case 'RB1':
      return [reconsiderationFirst(words)]
    case 'RB2':
      return [either(words)]
    case 'RB3': {
      const { items } = words
      return [
        reconsiderationFirst(words, items ? ofItems(words, items.first) : ofPart(words, true)),
        either(words, items ? ofItems(words, items.either) : ofPart(words, false)),
      ]
    }
  }
}
