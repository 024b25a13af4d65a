import { clauseTag } from '../template/clauses.js'
import { type Fault, fault, matchesIn } from './finding.js'
import { printed, type Sheet } from './sheet.js'

const remedyTag = /\{%-?\s*救济告知\s*-?%\}/
const signOffTag = /\{%-?\s*落款\s*-?%\}/
const quotation = /^>\s*\{\{-?\s*申请内容\s*-?\}\}/m
const remedyWords = /\{%-?\s*救济告知\s*-?%\}|申请行政复议|提起行政诉讼/g

/** RB1 and RB2 tell the remedies, by the tag that the rules fill; RB0 tells none (rulebook R56, §5.3). */
export function remedyFaults({ body, template, expected }: Sheet): Fault[] {
  if (expected.remedy === null) return []
  if (expected.remedy)
    return remedyTag.test(template.words)
      ? []
      : [fault(body, 'remedy-missing', '缺少 {% 救济告知 %}：这份文书应当告知救济途径')]
  return matchesIn(body, remedyWords).map(({ found, place }) =>
    fault(place, 'remedy-unwanted', `这份文书不告知救济途径，不应有“${found[0]}”`),
  )
}

/** A letter is signed; a form need not be. */
export const signOffFaults = ({ body, template }: Sheet): Fault[] =>
  template.style === 'form' || signOffTag.test(template.words) ? [] : [fault(body, 'sign-off', '缺少 {% 落款 %}')]

/** The request stands word for word, in the form of a quotation (rulebook R52). */
export const quotationFaults = ({ body, template, expected }: Sheet): Fault[] =>
  !expected.quotesRequest || quotation.test(template.words)
    ? []
    : [fault(body, 'quotation', '缺少申请内容的引文：单独一行写 > {{ 申请内容 }}')]

/** What a letter must name and say (rulebook R52, R53, §5.3, §5.4). */
export function elementFaults(sheet: Sheet): Fault[] {
  const there = printed(sheet)
  const { body, template, expected } = sheet
  const what = expected.outcomes.length > 0 && /^S/.test(template.code) ? '答复要素' : '文书要素'
  return [
    ...expected.elements
      .filter((name) => !there.has(name))
      .map((name) => fault(body, 'element', `缺少${what}“${name}”`)),
    ...expected.says
      .filter(({ words }) => !words.some((one) => template.words.includes(one)))
      .map(({ zh }) => fault(body, 'element', `缺少${what}：${zh}`)),
  ]
}

const identity = ['申请人', '申请人联系方式', '代理人', '申请内容']

/** Who is asked for an opinion does not learn who asked. */
export const identityFaults = ({ used, expected }: Sheet): Fault[] =>
  expected.hidesApplicant
    ? identity.flatMap((name) =>
        (used.get(name) ?? []).map((place) => fault(place, 'identity', `这份文书不得写出“${name}”：会透露申请人身份`)),
      )
    : []

/** Clauses that are there, in force today, and true for this letter's outcome. */
export function clauseFaults({ body, template, expected, today }: Sheet): Fault[] {
  return matchesIn(body, clauseTag).flatMap(({ found, place }) => {
    const [, name = ''] = found
    const clause = template.clauses(name)
    if (!clause) return []
    const { from, until, outcomes } = clause
    const wrong = outcomes.length > 0 && !expected.outcomes.some((outcome) => outcomes.includes(outcome))
    return [
      ...(until !== null && until < today ? [fault(place, 'clause-expired', `条款“${name}”已于${until}失效`)] : []),
      ...(from !== null && from > today ? [fault(place, 'clause-expired', `条款“${name}”自${from}起才有效`)] : []),
      ...(wrong ? [fault(place, 'clause', `条款“${name}”只适用于${outcomes.join('、')}，不适用于这份文书`)] : []),
      ...offLaw(clause.articles, expected.cites).map((cite) =>
        fault(place, 'article', `条款“${name}”依据${cite}，不在这份文书的法律依据之内`),
      ),
    ]
  })
}

/** A clause may name a whole article where the letter names a part of it. */
const offLaw = (articles: readonly string[], cites: readonly string[] | null): string[] =>
  cites === null ? [] : articles.filter((one) => !cites.some((cite) => one.startsWith(cite) || cite.startsWith(one)))
