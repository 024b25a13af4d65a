import * as z from 'zod'
import { text } from './fields.js'

/** What a paper of a case is (rulebook R18, R45, R63). */
export const attachmentKinds = {
  identity: '身份证明',
  authorization: '委托书',
  payment: '缴费凭证',
  request: '申请书或者来件的扫描件',
  opinion: '第三方、其他机关的意见',
  enclosure: '答复的附件',
  other: '其他材料',
} as const
export type AttachmentKind = keyof typeof attachmentKinds

/** What applicants bring themselves. */
export const broughtKinds: readonly AttachmentKind[] = ['identity', 'authorization', 'payment', 'other']

export const isAttachmentKind = (kind: string): kind is AttachmentKind => Object.hasOwn(attachmentKinds, kind)

/** The types that are taken, by content, never by name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof mediaTypes)[number]

/** A paper that came in as a file. The bytes lie in the house's store under `file`; the hash speaks for them. */
export interface Attachment {
  /** The store's own name of the bytes. */
  readonly file: string
  readonly kind: AttachmentKind
  /** As the sender called it; somebody's words. */
  readonly name: string
  readonly mediaType: MediaType
  /** Hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** How a name ends, by what the file is. */
export const fileEnds = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** The name its sender gave it, ending in what it is: a name may promise another kind of file. */
export const fileNameOf = ({ name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>): string => {
  const end = fileEnds[mediaType]
  const ended = mediaType === 'image/jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${end}$`, 'i')
  return ended.test(name) ? name : `${name}.${end}`
}

const kinds = Object.keys(attachmentKinds) as [AttachmentKind, ...AttachmentKind[]]

/** At most so many with one act. */
export const mostAttachments = 10
/** Bytes of one file. */
export const mostBytes = 10 * 1024 * 1024

/** Files that come with an act; each was put into the store before and belongs to nobody yet. */
export const attachmentsField = z
  .array(
    z.strictObject({
      file: z.uuid({ error: '不是文件的编号' }),
      kind: z.enum(kinds),
      name: text(200).min(1),
      mediaType: z.enum(mediaTypes),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '不是SHA-256散列' }),
      size: z.int().min(1).max(mostBytes),
    }),
  )
  .max(mostAttachments)

/** A file as it stands in the case: what came with which act, and when. */
export interface FiledAttachment extends Attachment {
  /** From 1, in the order of arrival. */
  readonly n: number
  readonly on: string
  readonly with: 'request' | 'correction' | 'reasons' | 'telling' | 'filing'
}

/** How a fact tells of files: what they are stands in the ledger for good, what they were called is somebody's words. */
export interface AttachmentFields {
  readonly attachments?: readonly Omit<Attachment, 'name'>[] | undefined
  readonly attachmentNames?: readonly string[] | undefined
}

/** The fields of a fact for the files of an act; none where there are no files, so that such facts are as ever. */
export const attachmentFields = (files: readonly Attachment[] = []): AttachmentFields =>
  files.length === 0
    ? {}
    : { attachments: files.map(({ name: _, ...rest }) => rest), attachmentNames: files.map(({ name }) => name) }

/** Those of before and those that came now; nothing where none came, so that old ledgers fold alike. */
export const withAttachments = (
  before: readonly FiledAttachment[] = [],
  { attachments = [], attachmentNames = [] }: AttachmentFields,
  act: Pick<FiledAttachment, 'on' | 'with'>,
): { readonly attachments?: readonly FiledAttachment[] } => {
  const added = attachments.map((one, i) => ({
    ...one,
    name: attachmentNames[i] ?? '',
    n: before.length + i + 1,
    ...act,
  }))
  return added.length > 0 ? { attachments: [...before, ...added] } : {}
}
