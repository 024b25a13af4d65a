import { articles, citationFaults, citedIn, instruments, wholeArticle } from '@zhiqing/law'
import { type Fault, fault, matchesIn, type Piece, placeIn } from './finding.js'

const figure = '[零一二三四五六七八九十百]+'
const place = `第${figure}条(?:第${figure}款)?(?:第（${figure}）项)?`
const inForm = new RegExp(`《([^》\\n]+)》(${place})(?!第)`, 'g')
const whole = new RegExp(`^《[^》\\n]+》${place}$`)

const titles: readonly string[] = Object.values(instruments).map(({ title }) => title)
const disclosure: string = instruments.ogi.title

/** Is the text one citation and nothing else: 《…》第N条第N款第（N）项? */
export const isCitation = (text: string): boolean => whole.test(text)

/** Citations that are not written as a court reads them. */
export const formFaults = (piece: Piece): Fault[] =>
  citationFaults(piece.text).map(({ at, words, zh }) =>
    fault(placeIn(piece, at), 'citation', `引注“${words}”写法不对：${zh}`),
  )

/** Numbers of the 2008 text that a letter once stood on, and where the matter stands since 15 May 2019. */
const numbersOf2008: { readonly [article: string]: string } = {
  第二十条: '第二十九条',
  第二十一条: '第三十六条',
  第二十二条: '第三十七条',
  第二十三条: '第三十二条',
  第二十四条: '第三十三条',
  第二十六条: '第四十条',
}

/** Laws of the remedies may always be named. */
const always: readonly string[] = [instruments.reconsideration.title, instruments.litigation.title]

/** `allowed` null allows every article that there is. */
export type Allowed = { readonly cites: readonly string[] | null; readonly of: string }

/** Citations of laws we hold whose article there is not, is of 2008, or is not one that this letter may stand on. */
export function articleFaults(piece: Piece, { cites, of }: Allowed): Fault[] {
  return matchesIn(piece, inForm).flatMap(({ found, place: at }) => {
    const [words, title = '', article = ''] = found
    if (!titles.includes(title) || always.includes(title)) return []
    const reason = articleReason({ words, title, article }, cites)
    return reason ? [fault(at, reason.old ? 'old-wording' : 'article', `${reason.says}${reason.old ? '' : of}`)] : []
  })
}

type Cited = { readonly words: string; readonly title: string; readonly article: string }

function articleReason({ words, title, article }: Cited, cites: readonly string[] | null) {
  const number = article.replace(/条.*$/, '条')
  const now = title === disclosure ? numbersOf2008[number] : undefined
  if (now) return { old: true, says: `“${words}”是2008年条例的条号，现行条例为${now}` }
  const [ref] = citedIn(words)
  const unknown = title === disclosure && !articles.some((one) => one.ref === (ref && wholeArticle(ref)))
  if (unknown) return { old: false, says: `《${title}》没有${number}` }
  if (cites === null || cites.some((cite) => words === cite || words.startsWith(cite))) return null
  return { old: false, says: `不得引用${words}` }
}
