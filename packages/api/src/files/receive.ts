import type { MultipartFile } from '@fastify/multipart'
import { type MediaType, mostBytes } from '@zhiqing/casework'
import type { FastifyRequest } from 'fastify'
import { mediaTypeOf } from './content.js'
import { seenText } from './seen-text.js'

/** A file as it came in, or why it is not taken. */
export type Received =
  | { readonly ok: true; readonly name: string; readonly mediaType: MediaType; readonly bytes: Buffer }
  | { readonly ok: false; readonly zh: string }

export interface Delivery {
  readonly fields: ReadonlyMap<string, string>
  /** Null where no file was chosen. */
  readonly file: Received | null
}

const longestName = 100

/** The name without a folder and without what nobody sees; a name of nothing is called what it is. */
const nameOf = (given: string | undefined): string => {
  const plain = seenText(given ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...(plain || '未命名')].slice(-longestName).join('')
}

const megabytes = `${mostBytes / 1024 / 1024} MB`
const tooLarge = `文件太大了，一个文件最大${megabytes}。照片可以拍小一点，扫描件可以降低清晰度`
const wrongType = '只收PDF、JPG、PNG三种文件。其他格式的，请另存为PDF，或者拍成照片'

/** Marks of a state secret in a file's name; 商业秘密 is another matter (rulebook R84; 保密法实施条例 41). */
const marked = /绝密|机密|(?<!商业|工作|个人)秘密/u
const secret =
  '文件名里写着密级。国家秘密不得在本系统存储、传输（保密法实施条例第四十一条），这个文件没有收下，请走保密渠道；不是国家秘密的，请改文件名再上传'

/** Files on their way in at once; more would take the machine's memory, which is an attack. */
const mostAtOnce = 16
let onTheirWay = 0
const crowded = '现在上传的人很多，这个文件没有收下，请过一会儿再试；写好的字还在'

/** A file that is not taken is read past, so that the words around it arrive. */
const past = async ({ file }: MultipartFile): Promise<void> => {
  for await (const _ of file);
}

/** One at a time of so many; whoever comes when all are taken is told to come again. */
const inTurn = async (part: MultipartFile): Promise<Received | null> => {
  if (onTheirWay >= mostAtOnce) return past(part).then(() => ({ ok: false, zh: crowded }))
  onTheirWay++
  return fileOf(part).finally(() => onTheirWay--)
}

/** Reads one file part to its end: one that is cut off at the limit is no file (stack T14). */
const fileOf = async (part: MultipartFile): Promise<Received | null> => {
  const chunks: Buffer[] = []
  for await (const chunk of part.file) if (!part.file.truncated) chunks.push(chunk as Buffer)
  if (part.file.truncated) return { ok: false, zh: tooLarge }
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) return part.filename ? { ok: false, zh: '这个文件是空的，请重新选一个' } : null
  const [mediaType, name] = [mediaTypeOf(bytes), nameOf(part.filename)]
  if (marked.test(name)) return { ok: false, zh: secret }
  return mediaType ? { ok: true, name, mediaType, bytes } : { ok: false, zh: wrongType }
}

/**
 * A form with one file in it, streamed: never more than one file of the largest size is in memory, and none where
 * whoever sends it may not bring one.
 */
export const deliveryOf = async (request: FastifyRequest, mayBring = true): Promise<Delivery> => {
  const fields = new Map<string, string>()
  let file: Received | null = null
  for await (const part of request.parts({
    limits: { fileSize: mostBytes, files: 1, fields: 12, parts: 14, fieldSize: 64 * 1024 },
  }))
    if (part.type === 'file') file = mayBring ? await inTurn(part) : await past(part).then(() => null)
    else fields.set(part.fieldname, seenText(String(part.value)))
  return { fields, file }
}
