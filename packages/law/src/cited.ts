import { type ArticleRef, chineseNumber, type Instrument, instruments } from './citation.js'

/** The article without paragraph and item: `ogi:33.2` and `ogi:33` are one article. */
export const wholeArticle = (ref: string): string => ref.replace(/[.(].*$/, '')

const most = 200
const numbers = new Map(Array.from({ length: most }, (_, i) => [chineseNumber(i + 1), i + 1]))

/** Articles that printed words cite by full title, e.g. 《…条例》第三十六条第（二）项 → `ogi:36`; others are not ours. */
export const citedIn = (words: string): ArticleRef[] =>
  Object.entries(instruments).flatMap(([key, { title }]) =>
    [...words.matchAll(new RegExp(`《${title}》第([一二三四五六七八九十百零]+)条`, 'g'))].flatMap(([, figure = '']) => {
      const number = numbers.get(figure)
      return number === undefined ? [] : [`${key as Instrument}:${number}` as ArticleRef]
    }),
  )
