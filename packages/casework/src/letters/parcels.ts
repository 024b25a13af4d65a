import type { Organ } from '@zhiqing/law'
import type { Case } from '../case.js'
import { type Addressee, addresseesOf, goesOut } from './addressees.js'
import { type Fields, line } from './context.js'
import { postalAddress } from './postal.js'
import { sentOf } from './service-receipt.js'

/** A letter to be put into the post: which (the last one that goes out where left out), to whom, and what the case does not know. */
export interface ParcelAsk {
  readonly letter?: number | undefined
  /** Its first, second … addressee; all of them where left out. */
  readonly to?: number | undefined
  readonly name?: string | undefined
  readonly address?: string | undefined
  readonly postcode?: string | undefined
  readonly phone?: string | undefined
}

/** One envelope. */
export interface Parcel {
  readonly name: string
  readonly address: string
  readonly postcode: string | null
  readonly phone: string | null
  /** 内件品名: the letter's name and number, which prove what was sent, and nothing of what it says. */
  readonly contents: string
  readonly number: string
  readonly mailNumber: string | null
}

type Named = (code: string) => string

/** The outcome in the name's brackets is nobody's business at the post office. */
const plainName = (name: string): string => name.replace(/（[^（）]*）$/u, '')

const given = (ask: ParcelAsk, { name, address, phone }: Addressee) => {
  const written = line(ask.address) || address
  const postal = written === null ? null : postalAddress(written)
  return {
    name: line(ask.name) || name,
    postal: postal && { ...postal, postcode: line(ask.postcode) || postal.postcode },
    phone: line(ask.phone) || phone,
  }
}

/**
 * The envelopes of one letter, or what is wrong in Chinese, all of it: no such letter, no such addressee, no address (third
 * parties and organs are known by name alone: the address comes with the asking).
 */
export const parcelsOf = (current: Case, ask: ParcelAsk, nameOf: Named): { parcels: Parcel[]; faults: string[] } => {
  const letter = current.letters.findLast((one) => goesOut(one) && (ask.letter === undefined || one.n === ask.letter))
  const number = current.number ?? '未编号'
  if (!letter) return { parcels: [], faults: [`${number}没有第${ask.letter ?? 1}份送出的文书`] }
  const name = plainName(nameOf(letter.letter))
  const all = addresseesOf(current, letter)
  const chosen = ask.to === undefined ? all : all.slice(ask.to - 1, ask.to)
  if (chosen.length === 0)
    return { parcels: [], faults: [`${number}第${letter.n}份${name}没有第${ask.to ?? 1}个收件人`] }
  const each = chosen.map((one) => given(ask, one))
  const contents = `${name}${letter.documentNumber ? `（${letter.documentNumber}）` : ''}1份`
  const { mailNumber } = sentOf(current, letter)
  return {
    parcels: each.flatMap(({ name, postal, phone }) =>
      postal ? [{ name, ...postal, phone, contents, number, mailNumber }] : [],
    ),
    faults: each.flatMap((one) =>
      one.postal ? [] : [`${number}第${letter.n}份${name}，收件人“${one.name}”没有地址，请写明`],
    ),
  }
}

/** What is printed of the organ that sends. */
type Sender = Pick<Organ, 'name' | 'department' | 'address' | 'postcode' | 'telephone'>

/** E01 邮寄单 of an envelope (rulebook R60). */
export const mailingSheet = (parcel: Parcel, organ: Sender): Fields => ({
  机关名称: organ.name,
  联系部门: organ.department,
  联系电话: organ.telephone,
  联系地址: organ.address,
  邮政编码: organ.postcode,
  受理编号: parcel.number,
  收件人: parcel.name,
  收件地址: parcel.address,
  收件邮编: parcel.postcode,
  收件电话: parcel.phone,
  内件品名: parcel.contents,
  邮件号码: parcel.mailNumber,
})

/** Who sends it, for a label: the organ and its office, named once. */
export const senderOf = ({ name, department, address, postcode }: Sender) => ({
  name: department.startsWith(name) ? department : `${name}${department}`,
  address,
  postcode: postcode || null,
})
