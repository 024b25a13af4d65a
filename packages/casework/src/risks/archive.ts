import type { Case } from '../case.js'
import type { Check } from './check.js'
import { reasonsOf } from './words.js'

/** An answer of the archive or of whoever keeps the transfer papers, on file. */
const answered = ({ assistances, consultations }: Case): boolean =>
  assistances.some(({ findings }) => findings !== null) ||
  consultations.some(({ kind, opinion }) => kind !== 'thirdParty' && opinion !== null)

/** The paper that shows the transfer, named in the reasons: no field holds it. */
const named =
  /移交(?:的)?(?:档案)?(?:目录|清单|名册|文据|证明|凭证|登记|回执|接收)|(?:移交|交接|接收)(?:文据|证明|凭证|清单|目录|登记)|档案馆.{0,20}(?:复函|函复|答复|证明|确认|回函)/u

/**
 * 已移交国家档案馆 is shown by the transfer list, a certificate or the archive's reply; what lies in the organ's own 档案室
 * is still government information (档案法 15; rulebook §4 X3).
 */
export const archive: Check = {
  code: 'ARCHIVE',
  zh: '已移交档案馆的证明',
  article: 'archives:15.2',
  level: 'block',
  each: true,
  look: (current) => {
    const { decision } = current
    if (decision?.outcome !== 'X3' || decision.kind !== 'archive') return undefined
    return answered(current) || named.test(reasonsOf(decision))
      ? undefined
      : {
          found: '答复称已移交国家档案馆，案中没有移交目录、移交证明或者档案馆的复函',
          satisfy: '在理由中写明移交目录或者移交证明，或者请档案馆协查并记录反馈；仍在本机关档案室的，按条例答复',
        }
  },
}
