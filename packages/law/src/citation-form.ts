import { instruments } from './citation.js'

/** A citation that a court would not read as one: where it begins, its words, and how it is written. */
export interface CitationFault {
  readonly at: number
  readonly words: string
  readonly zh: string
}

/** A contract or a charter numbers its clauses as it likes; what follows its name is no citation of a law. */
const ofPaper = '(?<!(?:合同|协议书?|章程|公约|合约|保函|标书)》?(?:的)?)'

const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${ofPaper}第\\s*\\d+\\s*[条款]`, 'gu'), '条、款的号数用汉字，如第三十六条第一款'],
  [/(?<=[条款])第[一二三四五六七八九十百\d]+项/gu, '项的号数放在括号里，如第（四）项'],
  [/(?<=[条款])第(?:\([^)）]{1,3}[)）]|（\d+）)项/gu, '项的号数用全角括号和汉字，如第（四）项'],
  [/(?<=[条款])第（[^）\n]{1,3}）(?!项)/gu, '第（几）后面缺少“项”字'],
  [
    /(?:条例|复议法|诉讼法|办法|民法典|档案法)第[零一二三四五六七八九十百\d]+条/gu,
    '法规名称要写全称，加书名号，如《中华人民共和国政府信息公开条例》第三十六条',
  ],
]

const titles: readonly string[] = Object.values(instruments).map(({ title }) => title)

/** A short name in 《》 before an article; lawful once the text has said 以下简称《…》. */
function shortNames(text: string): CitationFault[] {
  return [...text.matchAll(/《([^》\n]+)》(?=第)/gu)].flatMap(({ 0: words, 1: title = '', index: at }) => {
    const full = titles.includes(title) ? undefined : titles.find((known) => known.endsWith(title))
    if (!full || text.includes(`简称《${title}》`) || text.includes(`简称“${title}”`)) return []
    return [{ at, words, zh: `法规名称要写全称《${full}》` }]
  })
}

/**
 * Citations that are not written 《…》第N条第N款第（N）项, in reading order. Letters' templates and officers' own reasons are
 * read by these same forms (条例 36; rulebook R52: the law cited to article, paragraph and item).
 */
export const citationFaults = (text: string): CitationFault[] =>
  [
    ...forms.flatMap(([pattern, zh]) =>
      [...text.matchAll(pattern)].map(({ 0: words, index: at }) => ({ at, words, zh })),
    ),
    ...shortNames(text),
  ].sort((one, other) => one.at - other.at)
