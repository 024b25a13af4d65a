import { grounds } from '@zhiqing/law'
import type { Decision } from '../facts.js'

/** The words of a field; empty where there are none. */
export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(wordsOf).filter(Boolean) : [])

export const reasonsOf = (decision: Decision | null): string => wordsOf(decision?.reasons)

/** The reasons without what they quote of others: a quotation is not the organ's own statement. */
export const ownReasonsOf = (decision: Decision): string => reasonsOf(decision).replace(/“[^”]{0,2000}”/gu, '')

export const clausesOf = (text: string): string[] =>
  text
    .split(/[，,。；;：:\n]/u)
    .map((clause) => clause.trim())
    .filter(Boolean)

/** The regulation's own words for its grounds (条例 14–16, 32, 36–39): said alone they give no reason. */
const lawWords = [
  '依法确定为国家秘密的政府信息，法律、行政法规禁止公开的政府信息，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开',
  '涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开',
  '第三方不同意公开且有合理理由的，行政机关不予公开',
  '行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开',
  '行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开',
  '经检索没有所申请公开信息的，告知申请人该政府信息不存在',
  '所申请公开信息不属于本机关负责公开的，告知申请人并说明理由',
  '申请人重复申请公开相同政府信息的，告知申请人不予重复处理',
  '有关法律、行政法规对信息的获取有特别规定的，告知申请人依照有关法律、行政法规的规定办理',
  '需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供',
  '申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理',
  ...Object.values(grounds).map(({ zh }) => zh),
].join('；')

/** Citations and the stock words between them. */
const stock =
  /《[^》]{0,60}》|第[一二三四五六七八九十百\d]+[条款]|第[（(][一二三四五六七八九十\d]+[）)]项|公开后|可能|危及|中华人民共和国|政府信息公开条例|条例|根据|依据|依照|按照|的?规定|经(?:本机关)?(?:审查|审核|研究|检索)|[您你](?:所)?申请(?:公开)?的?|申请人(?:所)?申请(?:公开)?的?|所申请(?:公开)?的?|上述|该项?|本项|此项|政府信息|信息|因此|故此?|所以|理由是?|属于|依法|本(?:行政)?机关|决定|作出|不予公开|[\s、的为系将对予以]/gu

const bare = (text: string): string => text.replace(stock, '')
const lawBare = bare(lawWords)

/** Does the clause say no more than the article does? */
export const isCopied = (clause: string): boolean => {
  const own = bare(clause)
  return own.length < 2 || lawBare.includes(own)
}

/** Are these words nothing but the article, its number and stock words? */
export const isHollow = (text: string): boolean => clausesOf(text).every(isCopied)

/** 文号 as applicants and officers write them, made comparable. */
export const numberKey = (text: string): string =>
  text
    .replace(/[\s\u3000]/gu, '')
    .replace(/[[［(（〔【]/gu, '〔')
    .replace(/[\]］)）〕】]/gu, '〕')
