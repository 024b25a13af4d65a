import { type ArticleRef, type Clock, cite, type Due } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Fact } from '../facts.js'
import type { Office } from '../office.js'

/** A letter's fields by the names of its template's 变量. */
export type Fields = Readonly<Record<string, unknown>>

/** What a letter is filled from: the case after the fact that makes it, and the office on that day. */
export interface LetterContext {
  readonly current: Case
  readonly office: Office
  readonly fact: Fact
  readonly clock: Clock
  /** The consultation or assistance the letter belongs to. */
  readonly about: string | undefined
  readonly documentNumber: string | null
}

const oneLine = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ').trim()

/** Words for a one-line field: line breaks become blanks. */
export const line = (words: unknown): string => (typeof words === 'string' ? oneLine(words) : '')

/** Null for what is not there, as nullable fields want it. */
export const orNull = (words: unknown): unknown => (words === undefined || words === '' ? null : words)

export const citations = (refs: readonly ArticleRef[]): string[] => refs.filter((ref) => ref !== 'practice').map(cite)

export const isProvisional = (...days: (Pick<Due, 'provisional'> | null)[]): boolean =>
  days.some((day) => day?.provisional === true)

const applicantName = ({ applicant, coApplicants }: Case): string =>
  line([applicant, ...coApplicants].map(({ name }) => name).join('、')) || '申请人'

/** The head and foot of a letter to anybody. */
export const headed = ({ office, documentNumber }: LetterContext, addressee: string): Fields => ({
  机关名称: office.organ.name,
  文号: documentNumber ?? '',
  受文者: addressee,
  联系部门: office.organ.department,
  联系电话: office.organ.telephone,
  联系地址: office.organ.address,
  邮政编码: office.organ.postcode,
  成文日期: office.on,
})

/** What identifies the request in a letter to the applicant. */
export const aboutRequest = ({ current }: LetterContext): Fields => ({
  申请人: applicantName(current),
  受理编号: current.number,
  收到日期: current.receivedOn,
  申请内容: current.information.description || '（未填写）',
})

/** A letter to the applicant: head, request, the day of its correction, and the law it rests on. */
export const toApplicant = (context: LetterContext, basis: readonly ArticleRef[]): Fields => ({
  ...headed(context, applicantName(context.current)),
  ...aboutRequest(context),
  补正日期: context.current.corrections.findLast(({ receivedOn }) => receivedOn)?.receivedOn ?? null,
  法律依据: citations(basis),
})
