import type { Case, Consultation } from '../case.js'
import type { Decision } from '../facts.js'
import { overruledIn, overruledParties } from '../letters/overruled.js'
import type { Check, Finding } from './check.js'
import { bearsOn } from './grounds-in.js'
import { clausesOf, isCopied, listOf, reasonsOf, wordsOf } from './words.js'

const closed = ({ consultations }: Case): Consultation[] =>
  consultations.filter(({ kind, endedOn }) => kind === 'thirdParty' && endedOn !== null)

/** Reasons why nobody was asked: not to be reached, no more there, too many, consent on file, only identifiers masked. */
const excused =
  /(?:无需|无须|不需要?|没有必要|未再?|没有)(?:另行|书面|逐一|再)*征求|无法(?:送达|联系|取得联系|征求)|联系不上|下落不明|死亡|去世|注销|解散|(?:人数|户数)(?:众多|较多)|遮盖|遮挡|隐去|去标识|匿名|已经?(?:书面)?同意|同意书/u
const identifiers = /账号|帐号|号码|身份证|电话|手机|住址|家庭成员|姓名|签名|指纹|照片/u

/** Only what tells a person is masked: the list or the reasons name it, and no trade secret beside it. */
const onlyIdentifiers = (decision: Decision): boolean => {
  const withheld = listOf(decision.withheld)
  const reasons = reasonsOf(decision)
  if (withheld.length > 0 && withheld.every((words) => identifiers.test(words))) return true
  return decision.outcome === 'G3' && identifiers.test(reasons) && !/商业秘密|商业价值/u.test(reasons)
}

const isExcused = (decision: Decision): boolean =>
  wordsOf(decision.notAsked) !== '' || excused.test(reasonsOf(decision)) || onlyIdentifiers(decision)

/** 第三方不同意 and no more: the organ itself has judged nothing. */
const onlyTheirNo = (clause: string): boolean =>
  isCopied(
    clause.replace(
      /(?:经|已)?(?:书面)?征求|意见|第三方|权利人|相关方|该公司|企业|明确|书面|表示|回复|答复|不同意公开|不同意|反对公开|反对/gu,
      '',
    ),
  )

const nobodyAsked: Finding = {
  found: '以第三方权益为由不予公开，没有已经结束的征求第三方意见，也没有说明为什么不征求',
  satisfy: '书面征求第三方意见；不需要或者不能征求的（例如只遮盖个人信息、无法送达、已经注销），在理由中说明',
}

const withheldFor = (decision: Decision, current: Case): Finding | undefined => {
  const named = wordsOf(decision.consultation)
  const asked = closed(current).filter(({ id }) => !named || id === named)
  if (asked.length === 0) return isExcused(decision) ? undefined : nobodyAsked
  if (asked.every(({ opinion }) => opinion === 'consent'))
    return onlyIdentifiers(decision)
      ? undefined
      : {
          found: '第三方同意公开，仍以第三方权益为由不予公开',
          satisfy: '第三方同意公开的予以公开；另有不予公开理由的，改按该理由处理',
        }
  return clausesOf(reasonsOf(decision)).every(onlyTheirNo)
    ? {
        found: '理由没有写明本机关自己的判断，只写第三方不同意公开是不够的',
        satisfy:
          '写明本机关的审查：是否构成商业秘密（秘密性、价值性、保密性）或者个人隐私，第三方理由是否合理，是否影响公共利益',
      }
    : undefined
}

/**
 * A third party overruled is told what is disclosed and why; the letter goes out by itself, its reason is the officer's. An
 * objection that is filed after the decision was answered by nobody.
 */
const disclosedOver = (decision: Decision, current: Case): Finding | undefined => {
  const told = overruledIn(decision).map(({ id }) => id)
  const untold = overruledParties(decision, current).some(({ id }) => !told.includes(id))
  return untold && !wordsOf(decision.reasons)
    ? {
        found: '第三方不同意公开，决定公开但没有写明理由；告知第三方的文书（P06）将只有一般用语',
        satisfy: '重新研究，写明对该第三方公开的内容，以及其理由为什么不合理，或者不公开会对公共利益造成什么重大影响',
      }
    : undefined
}

/** Third parties are asked, and the organ judges for itself; silence is neither yes nor no (条例 15, 32; R28, R29). */
export const thirdParty: Check = {
  code: 'THIRD-PARTY',
  zh: '征求第三方意见和本机关的判断',
  article: 'ogi:32',
  level: 'block',
  each: true,
  look: (current) => {
    const { decision } = current
    if (!decision) return undefined
    if (bearsOn(decision, 'W4')) return withheldFor(decision, current)
    return decision.outcome === 'G2' ? disclosedOver(decision, current) : undefined
  },
}
