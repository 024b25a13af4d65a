import { remedyParagraphs } from '@zhiqing/law'
import { type Fields, headed, type LetterContext, line, orNull, toApplicant } from './context.js'
import { choseElectronic } from './electronic.js'

const results = { corrected: '予以更正', refused: '不予更正', otherOrgan: '非本机关职能' } as const

/** L13 更正处理告知书 (条例 41; rulebook R80): the record, what was found, why, and the remedies. */
export const rectificationNotice = (context: LetterContext): Fields => {
  const { current, office, about } = context
  const one = current.rectifications.find(({ id }) => id === about)
  if (!one?.finding) throw new Error(`no rectification ${about} to write about`)
  const { 受文者, 法律依据, 申请人, 受理编号 } = toApplicant(context, ['ogi:41'])
  return {
    ...headed(context, String(受文者)),
    申请人,
    受理编号,
    法律依据,
    收到更正申请日期: one.receivedOn,
    更正记录: one.record,
    证据: one.evidence,
    处理结果: results[one.finding],
    理由: one.reasons ?? '',
    有权更正机关: orNull(line(one.responsibleOrgan)),
    救济告知: remedyParagraphs('RB2', {
      on: office.on,
      organ: office.organ,
      act: '告知书',
      electronic: choseElectronic(current.form),
    }),
  }
}
