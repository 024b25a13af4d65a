import { type FiledAttachment, fileNameOf } from '@zhiqing/casework'
import type { Job } from '@zhiqing/db'
import type { Enclosure, Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'

/** What a letter takes along: the files, or where they can be fetched. */
export interface Taken {
  readonly names: readonly string[]
  readonly files: readonly Enclosure[]
  readonly link: string | null
}

const nothing: Taken = { names: [], files: [], link: null }

/** The name it was filed under, fit for a file on any machine. */
const plainNameOf = (filed: FiledAttachment): string =>
  fileNameOf({ ...filed, name: filed.name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_').trim() || `附件${filed.n}` })

const numbersIn = ({ words }: Job): readonly number[] =>
  Array.isArray(words?.files) ? words.files.filter((n): n is number => Number.isInteger(n)) : []

type NotSent = Exclude<Sent, { ok: true }>

/** Minutes after which it is looked whether the organ has said its address. */
const nowhere: NotSent = {
  ok: false,
  permanent: false,
  reason: '随答复提供的材料超过邮件能带的大小，而机关资料中没有申请和查询的网址；填写以后发出',
  holdMinutes: 60,
}

/** Where applicants look their cases up, as the organ says it today. */
const byLink = async (
  names: readonly string[],
  { organ }: Job,
  { cabinet, today }: Pick<WorkerServices, 'cabinet' | 'today'>,
): Promise<Taken | NotSent> => {
  const link = (await cabinet.organ(organ, today()))?.organ.portalUrl
  return link ? { names, files: [], link } : nowhere
}

/**
 * The papers that were sent with the letter of this job. Throws ERASED, and a defect where one is not there: a mail that
 * says it takes something along does not leave without it.
 */
export const enclosuresOf = async (job: Job, services: WorkerServices): Promise<Taken | NotSent> => {
  const numbers = numbersIn(job)
  if (numbers.length === 0) return nothing
  const { cabinet } = services
  const kept = await cabinet.findCase(job.organ, job.caseId)
  const filed = (kept?.current.attachments ?? []).filter(({ n }) => numbers.includes(n))
  if (filed.length !== numbers.length) throw new Error('a paper that was sent is not in the case')
  const names = filed.map(plainNameOf)
  if (job.words?.byLink === true) return byLink(names, job, services)
  const files: Enclosure[] = []
  for (const [i, one] of filed.entries()) {
    const bytes = await cabinet.attachment(job.organ, job.caseId, one.file)
    if (!bytes) throw new Error('a paper that was sent has no bytes')
    files.push({ name: names[i] ?? '', mediaType: one.mediaType, bytes })
  }
  return { names, files, link: null }
}
