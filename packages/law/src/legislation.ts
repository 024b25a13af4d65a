/**
 * How high a rule stands that forbids openness or governs a query: 条例 14 and 36(7) know 法律 and 行政法规 alone. `unsure` for
 * names that the State Council and its departments both use.
 */
export type LegislationLevel = 'national' | 'unsure' | 'lower'

/** 省、市、县 that legislate bear their own names; 城市, 直辖市 and 市场 are words of national laws. */
const ofPlace =
  /^(?!中华人民共和国)(?:[\p{Script=Han}]{2,8}?(?:省|自治区|自治州|自治县|经济特区|县|旗)|[\p{Script=Han}]{2,4}(?<!城|直辖)市(?!场))/u

/** Papers that are no legislation, whoever issued them. */
const noLegislation = /(?:通知|通告|公告|意见|批复|复函|函|纪要|指南|指引|标准|规程|制度|章程)$/u

/** 办法 ends like 法 and is none. */
const statute = /(?:法典|(?<!办)法)$/u

const levelOf = (title: string): LegislationLevel => {
  if (statute.test(title)) return 'national'
  if (noLegislation.test(title)) return 'lower'
  if (/^国务院(?!办公厅)/u.test(title)) return 'national'
  if (ofPlace.test(title)) return 'lower'
  return title.endsWith('条例') ? 'national' : 'unsure'
}

/** Titles in 《》, or the words before the first 第…条, without 〔year〕 and remarks in brackets behind them. */
const titlesIn = (words: string): string[] => {
  const named = [...words.matchAll(/《([^《》]+)》/gu)].map(([, title = '']) => title)
  const bare = words
    .replace(/[《》]/gu, '')
    .replace(/第[零〇一二三四五六七八九十百千\d]+条.*$/u, '')
    .split(/[、，,；;]/u)
  return (named.length > 0 ? named : bare)
    .map((title) => title.trim().replace(/[（(〔[][^（(〔[]*[）)〕\]]$/u, ''))
    .filter(Boolean)
}

/**
 * The highest level among the laws that the words name; undefined where they name none. It reads names only: what a place
 * enacts bears its name, a department's rule may not be called 条例, 办法 and 规定 may be anybody's.
 */
export const legislationLevel = (words: string): LegislationLevel | undefined => {
  const levels = titlesIn(words).map(levelOf)
  if (levels.length > 0 && /国务院令|国令/u.test(words)) return 'national'
  return (['national', 'unsure', 'lower'] as const).find((level) => levels.includes(level))
}
