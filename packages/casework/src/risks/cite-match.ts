import { type ArticleRef, basisOf, chineseNumber, cite, grounds, type Outcome } from '@zhiqing/law'
import type { Decision } from '../facts.js'
import type { Check } from './check.js'
import { clausesOf, ownReasonsOf } from './words.js'

const figure = '([一二三四五六七八九十百]+|\\d{1,3})'
const token = new RegExp(
  `《([^》]*)》|(条例|[法定则程见知案议同约令])(?=第)|第${figure}条(?:第${figure}款)?(?:第[（(]?${figure}[）)]?项)?`,
  'gu',
)
const figures = new Map(Array.from({ length: 199 }, (_, i) => [chineseNumber(i + 1), i + 1]))
const numberOf = (text: string | undefined): number | null => (text ? (figures.get(text) ?? Number(text)) : null)

interface Place {
  readonly article: number
  readonly paragraph: number | null
  readonly item: number | null
}

/** Articles that decide an outcome; all others of the regulation may be named in any reply. */
const deciding = [14, 15, 16, 36, 38, 39]

/** A clause that says which article does not apply cites it to set it aside. */
const setAside = /不属于|不适用|不符合|不构成|不涉及|并非|不是|没有/u

/** 条例 alone, or with the regulation's own name before it; another name before it is another 条例. */
const isRegulation = (before: string): boolean =>
  /(?:政府信息公开|信息公开|本|该|据|照|按|和|及|与|、|》)$/u.test(before) || before === ''

/** 36 without its item tells no outcome: every reply is one under article 36. */
const tells = ({ article, item }: Place): boolean => deciding.includes(article) && (article !== 36 || item !== null)

/**
 * The deciding articles that the reasons name as the regulation's. A place whose law is not named, or is another, is no
 * matter of this check.
 */
const citedIn = (reasons: string): Place[] => {
  const places: Place[] = []
  let regulation = false
  for (const clause of clausesOf(reasons)) {
    for (const found of clause.matchAll(token)) {
      const [, title, word, article, paragraph, item] = found
      if (title !== undefined) regulation = /政府信息公开条例$/u.test(title)
      else if (word) regulation = word === '条例' && isRegulation(clause.slice(0, found.index))
      else if (article && regulation && !setAside.test(clause))
        places.push({ article: numberOf(article) ?? 0, paragraph: numberOf(paragraph), item: numberOf(item) })
    }
  }
  return places.filter(tells)
}

/** A partial reply gives under 36(1) or (2) and withholds under 36(3). */
const basisIn = (decision: Decision): ArticleRef[] =>
  decision.outcome === 'G3'
    ? [
        ...basisOf(decision),
        ...(decision.grounds ?? []).flatMap((code) => grounds[code].basis),
        'ogi:36(1)',
        'ogi:36(2)',
        'ogi:36(3)',
      ]
    : basisOf(decision)

const ownPlaces = (basis: readonly ArticleRef[]): Place[] =>
  basis.flatMap((ref) => {
    const [, article, paragraph, item] = /^ogi:(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(ref) ?? []
    return article ? [{ article: Number(article), paragraph: numberOf(paragraph), item: numberOf(item) }] : []
  })

const alike = (one: number | null, other: number | null): boolean => one === null || other === null || one === other

const belongs = (cited: Place, own: readonly Place[]): boolean =>
  own.some(
    ({ article, paragraph, item }) =>
      article === cited.article && alike(paragraph, cited.paragraph) && alike(item, cited.item),
  )

const inWords = ({ article, paragraph, item }: Place): string =>
  `第${chineseNumber(article)}条${paragraph ? `第${chineseNumber(paragraph)}款` : ''}${item ? `第（${chineseNumber(item)}）项` : ''}`

/** The period of the regulation of 2008, told as that of the reply; others' 15 working days are lawful ones. */
const oldPeriod = (reasons: string): boolean =>
  reasons
    .split(/[。；;\n]/u)
    .some(
      (sentence) =>
        /(?:15|十五)个?工作日(?:之?内|期限内)?[^，。]{0,6}答复/u.test(sentence) &&
        !/第三方|征求|意见|(?:该|其他|有关|制作)机关|对方|延长|2008|原条例|修订前/u.test(sentence),
    )

const misplaced = (decision: Decision, reasons: string): Place | undefined => {
  const own = ownPlaces(basisIn(decision))
  const cited = citedIn(reasons)
  return own.length > 0 && !cited.some((place) => belongs(place, own)) ? cited[0] : undefined
}

/** Where all is given an article named was looked at and set aside; what is no matter of the regulation may name any. */
const untold: readonly Outcome[] = ['G1', 'G2', 'X1', 'X2', 'X3']

/**
 * The reasons rest on an article of this outcome: found only where they cite deciding articles and not one of them is its
 * own (条例 36; rulebook §4). The letter's own citations come from the table of outcomes and cannot differ from it.
 */
export const citeMatch: Check = {
  code: 'CITE-MATCH',
  zh: '理由引用的条文与结论',
  article: 'ogi:36',
  level: 'block',
  each: true,
  look: ({ decision }) => {
    if (!decision || untold.includes(decision.outcome)) return undefined
    const reasons = ownReasonsOf(decision)
    const wrong = misplaced(decision, reasons)
    if (wrong)
      return {
        found: `理由引用条例${inWords(wrong)}，与结论依据的条文不一致`,
        satisfy: `改引${basisOf(decision).map(cite).join('、')}，或者重新研究处理决定`,
      }
    return oldPeriod(reasons)
      ? {
          found: '理由把答复期限写成15个工作日，这是2008年条例的期限',
          satisfy: '现行条例的答复期限是20个工作日，请更正',
        }
      : undefined
  },
}
