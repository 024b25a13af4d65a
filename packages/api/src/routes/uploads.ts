import multipart from '@fastify/multipart'
import { attachmentKinds, isAttachmentKind, mostAttachments, mostBytes } from '@zhiqing/casework'
import type { Basket } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { unprintable } from '../commands/characters.js'
import { type Delivery, deliveryOf } from '../files/receive.js'
import { identityOf } from '../identity/identity.js'
import { holds, offices } from '../identity/reading.js'
import { invalid } from '../problem/answers.js'
import { problem, send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const tags = ['案件']
const hours = 24

const upload = z
  .object({
    file: z.string().meta({ description: '文件的编号，写进办理事项的 attachments' }),
    kind: z.string(),
    name: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    size: z.int(),
  })
  .meta({ id: 'Upload', description: '已经上传、还没有收入案件的文件' })
export type UploadAnswer = z.infer<typeof upload>

const bring = {
  tags,
  summary: '上传一个文件',
  description: `multipart/form-data：kind（${Object.entries(attachmentKinds)
    .map(([code, zh]) => `${code} ${zh}`)
    .join(
      '、',
    )}）和 file。类型按内容认定，只收 PDF、JPG、PNG，最大${mostBytes / 1024 / 1024} MB。文件属于上传的人，${hours}小时内由本人在办理事项（attachments）中收入案件，不收的到期删除。`,
  response: { 201: upload, ...problems(400, 401, 403, 413, 415, 429, 503) },
}
const drop = {
  tags,
  summary: '不要一个上传的文件',
  description: '只能删除本人上传、还没有收入案件的；入案的文件不能删除。',
  params: z.object({ file: z.string() }),
  response: { 204: z.undefined().meta({ description: '已经删除' }), ...problems(401, 403, 404, 503) },
}

const forBringers = problem(
  'forbidden',
  403,
  '不在您的职责之内',
  `${offices.bringFiles.zh}由登记人员、经办人、公开工作机构负责人、复议诉讼经办办理`,
)
const tooMany = problem('tooManyAttempts', 429, '上传得太多', '这里上传得太多了，请过一小时再试')
const full = problem(
  'tooManyAttempts',
  429,
  '上传得太多',
  '您上传了还没有收入案件的文件合起来超过200 MB，这个没有收下。请先把已经上传的收入案件，或者删掉不要的',
)
const noSuchUpload = problem('notFound', 404, '没有找到', '您没有上传过这个文件，或者已经收入案件')
const fault = (path: string, zh: string) => invalid([{ path, zh }])

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const take = async (
  { fields, file }: Delivery,
  { basket, request, reply }: { basket: Basket; request: FastifyRequest; reply: FastifyReply },
  { cabinet, now, press }: Services,
): Promise<unknown> => {
  const kind = fields.get('kind') ?? ''
  if (!file) return send(reply, fault('file', '还没有选文件'))
  if (!file.ok) return send(reply, fault('file', file.zh))
  if (!isAttachmentKind(kind)) return send(reply, fault('kind', '请写明这是什么材料'))
  const odd = await unprintable({ file: file.name }, press)
  if (odd.length > 0) return send(reply, invalid(odd))
  if ((await cabinet.uploads(basket, now())).length >= 3 * mostAttachments) return send(reply, tooMany)
  const { name, mediaType, bytes } = file
  const expiresAt = new Date(now().getTime() + hours * 3_600_000)
  const asked = { basket, file: { kind, name, mediaType, bytes }, expiresAt, address: request.ip, now: now() }
  const put = await cabinet.putUpload(asked)
  if (put === 'full') return send(reply, full)
  return put === 'tooMany' ? send(reply, tooMany) : reply.status(201).send(put)
}

/** POST /uploads and DELETE /uploads/:file: a file is its bringer's own until an act upon a case files it. */
export const uploadRoutes = (outer: FastifyInstance, services: Services): void => {
  outer.register(async (app) => {
    app.register(multipart, { throwFileSizeLimit: false })
    app.post('/uploads', { schema: bring }, async (request, reply) => {
      const { person } = identityOf(request)
      if (!holds(person, 'bringFiles')) return send(reply, forBringers)
      if (!request.isMultipart()) return send(reply, fault('', '应为 multipart/form-data'))
      const delivery = await deliveryOf(request)
      return take(delivery, { basket: { person: person.id }, request, reply }, services)
    })
    app.delete('/uploads/:file', { schema: drop }, async (request, reply) => {
      const { person } = identityOf(request)
      const { file } = request.params as { file: string }
      if (!holds(person, 'bringFiles')) return send(reply, forBringers)
      const basket = { person: person.id }
      const own = await services.cabinet.uploads(basket, services.now())
      if (!isUuid.test(file) || !own.some((one) => one.file === file)) return send(reply, noSuchUpload)
      await services.cabinet.dropUpload(basket, file)
      return reply.status(204).send()
    })
  })
}
