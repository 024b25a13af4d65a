import { type Day, serviceNames } from '@zhiqing/law'
import type { Case, Letter } from '../case.js'
import { addresseesOf, goesOut } from './addressees.js'
import type { Fields } from './context.js'

/** How a letter went out, as far as the case knows: replies are dispatched, notices only arrive. */
export interface Sent {
  readonly method: string | null
  readonly mailNumber: string | null
  readonly dispatchedOn: Day | null
  readonly servedOn: Day | null
}

const isReply = ({ letter }: Letter): boolean => letter.startsWith('S')

/** A reply of an earlier round was sent in its round, not as the one that stands now (rulebook R76, R118). */
export const sentOf = (current: Case, letter: Letter): Sent => {
  const unsent = { method: null, mailNumber: null, dispatchedOn: null, servedOn: letter.servedOn }
  if (!isReply(letter)) return unsent
  // what came back is sent anew, under a number of its own (R62)
  if (letter === current.letters.findLast(isReply) && current.reply)
    return current.reply.returnedOn ? unsent : current.reply
  const round = current.rounds.find(({ replyNumber }) => replyNumber === letter.documentNumber)
  return round?.reply ? { ...round.reply, mailNumber: null } : unsent
}

const methodName = (method: string | null): string | null =>
  (method && (serviceNames as Readonly<Record<string, string>>)[method]) || null

/** `3` is the third letter, `3-2` the same to its second addressee: joint applicants are served each (rulebook R100). */
const placeOf = (of: string): readonly [letter: number, addressee: number] => {
  const [, letter = '0', addressee = '1'] = /^(\d{1,4})(?:-(\d{1,3}))?$/.exec(of) ?? []
  return [Number(letter), Number(addressee)]
}

/**
 * L07 送达回证 of one letter that goes out (rulebook R60); the last one where `of` is left out. Undefined for a sheet
 * that stays in the file, and for a letter or an addressee that is not there.
 */
export const serviceReceipt = (
  current: Case,
  of: string | undefined,
  given: { readonly organ: string; readonly nameOf: (code: string) => string },
): Fields | undefined => {
  const [n, place] = of === undefined ? [undefined, 1] : placeOf(of)
  const letter = current.letters.findLast((one) => goesOut(one) && (n === undefined || one.n === n))
  const addressee = letter && addresseesOf(current, letter)[place - 1]
  if (!letter || !addressee) return undefined
  const sent = sentOf(current, letter)
  return {
    机关名称: given.organ,
    受理编号: current.number,
    送达文书: given.nameOf(letter.letter),
    送达文号: letter.documentNumber,
    受送达人: addressee.name,
    送达地点: addressee.address,
    送达方式: methodName(sent.method),
    邮件号码: sent.mailNumber,
    发出日期: sent.dispatchedOn,
    收到日期记录: sent.servedOn ?? letter.servedOn,
  }
}
