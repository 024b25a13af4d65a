import { type ArticleRef, type Clock, chineseNumber, cite, type Due } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Fact } from '../facts.js'
import type { Office } from '../office.js'

/** A letter's fields by the names of its template's 变量. */
export type Fields = Readonly<Record<string, unknown>>

/** What a reply is filled from: the case alone, and who writes on which day. */
export interface ReplyContext {
  readonly current: Case
  readonly office: Pick<Office, 'on' | 'organ' | 'settings'>
  readonly documentNumber: string | null
}

/** What a letter is filled from: the case after the fact that makes it, and the office on that day. */
export interface LetterContext extends ReplyContext {
  readonly office: Office
  readonly fact: Fact
  readonly clock: Clock
  /** The consultation or assistance the letter belongs to. */
  readonly about: string | undefined
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

/** The organ's choice on that day goes with the letter's fields, so that it is printed the same ever after; 信函格式 is left unsaid. */
const formatOf = ({ settings }: ReplyContext['office']): Fields =>
  settings.letterFormat === 'document' ? { 版式: '文件' } : {}

/** The head and foot of a letter to anybody. */
export const headed = ({ office, documentNumber }: ReplyContext, addressee: string): Fields => ({
  机关名称: office.organ.name,
  文号: documentNumber ?? '',
  受文者: addressee,
  联系部门: office.organ.department,
  联系电话: office.organ.telephone,
  联系地址: office.organ.address,
  邮政编码: office.organ.postcode,
  成文日期: office.on,
  ...formatOf(office),
})

/** What identifies the request in a letter to the applicant. */
export const aboutRequest = ({ current }: Pick<ReplyContext, 'current'>): Fields => ({
  申请人: applicantName(current),
  受理编号: current.number,
  收到日期: current.receivedOn,
  申请内容: current.information.description || '（未填写）',
})

/**
 * What the applicant wrote to correct the request, word for word: it is quoted after the request it corrects, for what is
 * answered is the two together. Null where nothing was corrected.
 */
export const correctedWords = ({ corrections }: Case): string | null => {
  const words = corrections.flatMap(({ content }) => content ?? [])
  const told = words.length > 1 ? words.map((one, i) => `第${chineseNumber(i + 1)}次补正：${one}`) : words
  return told.join('\n') || null
}

/** A letter to the applicant: head, request, the day and words of its correction, and the law it rests on. */
export const toApplicant = (context: ReplyContext, basis: readonly ArticleRef[]): Fields => ({
  ...headed(context, applicantName(context.current)),
  ...aboutRequest(context),
  补正日期: context.current.corrections.findLast(({ receivedOn }) => receivedOn)?.receivedOn ?? null,
  补正内容: correctedWords(context.current),
  法律依据: citations(basis),
})
