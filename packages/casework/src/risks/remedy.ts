import {
  courtLevelOf,
  courtOf,
  grounds,
  isReconsiderationFirst,
  type Organ,
  otherKinds,
  type RemedyBlock,
  reconsiderationOrganOf,
  remedyOf,
} from '@zhiqing/law'
import type { Decision } from '../facts.js'
import { choseElectronic } from '../letters/electronic.js'
import type { Check, Finding, RiskContext } from './check.js'
import { groundsIn } from './grounds-in.js'

/** What the law wants told, read from the outcome itself and never from the setting that chose the letter's block. */
const owed = (decision: Decision): RemedyBlock => {
  const { outcome, kind, parts } = decision
  if (parts) return remedyOf(decision)
  if (groundsIn(decision).some((code) => code in grounds && isReconsiderationFirst(code as never))) return 'RB1'
  return outcome === 'X3' && kind ? otherKinds[kind].remedy : grounds[outcome].remedy
}

const missingWords = (text: string, organ: Organ): string[] => [
  ...(text.includes(reconsiderationOrganOf(organ)) ? [] : [`复议机关（${reconsiderationOrganOf(organ)}）`]),
  ...(text.includes('60日') ? [] : ['申请行政复议的期限']),
  ...(text.includes(courtOf(organ)) ? [] : [`法院（${courtOf(organ)}）`]),
]

const wrong = (text: string, decision: Decision, organ: Organ): Finding | undefined => {
  const block = owed(decision)
  if (block === 'RB0') return undefined
  // 复议法 23(2): that review comes first must be told, and where the law leaves the choice the organ's reading stands.
  if ((block === 'RB1' || block === 'RB3') && !text.includes('应当先'))
    return {
      found: '依据条例第十四条至第十六条不予公开，没有告知应当先申请行政复议',
      satisfy: '在设置中去掉该结论的其他救济告知，按复议前置告知',
    }
  const missing = missingWords(text, organ)
  return missing.length > 0
    ? { found: `救济告知缺少：${missing.join('、')}`, satisfy: '按答复结论和机关资料重新生成救济告知' }
    : undefined
}

/** Who hears suits against which organ (行诉法 14, 15; rulebook R59). */
const courtWords = { basic: '基层人民法院', intermediate: '中级人民法院' } as const

const unset = (text: string, { organ }: RiskContext['office'], electronic: boolean): Finding | undefined => {
  if (/上一级(?:人民政府|主管部门|司法行政部门)/u.test(text))
    return { level: 'warn', found: '救济告知没有写明复议机关的名称', satisfy: '在机关资料中填写上级机关或者复议机关' }
  if (!organ.court)
    return {
      level: 'warn',
      found: '救济告知写的是“有管辖权的人民法院”',
      satisfy: `在机关资料中填写有管辖权的法院名称（本机关作被告的，由${courtWords[courtLevelOf(organ)]}管辖，另有集中管辖的从其规定）`,
    }
  return electronic && !organ.reviewOnlineUrl
    ? {
        level: 'warn',
        found: '申请人选择电子方式，机关资料没有网上复议地址',
        satisfy: '电子送达的，先填写网上复议地址；没有的，改用邮寄或者直接送达',
      }
    : undefined
}

/** The remedy told is the one the law gives, with organ, court and days (复议法 22.2, 23; rulebook R56–R59). */
export const remedy: Check = {
  code: 'REMEDY',
  zh: '救济途径和期限的告知',
  article: 'reconsideration:23',
  level: 'block',
  look: ({ decision, form }, { office, draft }) => {
    if (!decision || !draft || owed(decision) === 'RB0') return undefined
    const told = draft.fields.救济告知
    const text = Array.isArray(told) ? told.join('') : ''
    return wrong(text, decision, office.organ) ?? unset(text, office, choseElectronic(form))
  },
}
