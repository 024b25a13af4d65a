import type { MultipartFile } from '@fastify/multipart'
import { seenText } from '@zhiqing/api'
import type { FastifyRequest } from 'fastify'
import { formOf } from '../http/form-body.js'

/** A report of one organ is a few kilobytes, with all its text some hundred. */
export const mostKilobytes = 512
const most = mostKilobytes * 1024

/** A file's text, or why it is none. */
export type FileText = { readonly text: string } | { readonly unfit: 'tooLarge' | 'notText' }

/** What came in: texts by the name of their field; files too, each read to its end and kept nowhere. */
export interface Received {
  readonly fields: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, FileText>
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Buffer): FileText => {
  try {
    return { text: utf8.decode(bytes) }
  } catch {
    return { unfit: 'notText' }
  }
}

const fileOf = async (part: MultipartFile): Promise<FileText> => {
  const chunks: Buffer[] = []
  for await (const chunk of part.file) if (!part.file.truncated) chunks.push(chunk as Buffer)
  return part.file.truncated ? { unfit: 'tooLarge' } : textOf(Buffer.concat(chunks))
}

/** The form as sent: with files, or as plain words when only the size of type was changed. */
export const receivedOf = async (request: FastifyRequest): Promise<Received> => {
  if (!request.isMultipart()) return { fields: formOf(request), files: new Map() }
  const [fields, files] = [new Map<string, string>(), new Map<string, FileText>()]
  const limits = { fileSize: most, fieldSize: most, files: 2, fields: 6, parts: 8 }
  for await (const part of request.parts({ limits }))
    if (part.type === 'file') {
      const file = await fileOf(part)
      // A field of files where none was chosen is sent as an empty one.
      if (!('text' in file) || file.text !== '') files.set(part.fieldname, file)
    } else if (part.valueTruncated) files.set(part.fieldname, { unfit: 'tooLarge' })
    else fields.set(part.fieldname, seenText(String(part.value)))
  return { fields, files }
}
