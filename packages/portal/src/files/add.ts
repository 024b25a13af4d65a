import type { Delivery } from '@zhiqing/api'
import { broughtKinds, isAttachmentKind, mostAttachments } from '@zhiqing/casework'
import type { Basket } from '@zhiqing/db'
import type { FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import type { Fault } from '../look/fault.js'
import { unprintableIn } from '../look/unprintable-words.js'

const fault = (zh: string): Fault[] => [{ path: 'file', zh }]

/** Puts a delivered file into a basket; answers what keeps it from being taken. */
export const addFile = async (
  { fields, file }: Delivery,
  {
    basket,
    expiresAt,
    request,
    counter,
  }: { basket: Basket; expiresAt: Date; request: FastifyRequest; counter: Counter },
): Promise<Fault[]> => {
  const { cabinet, now, press } = counter
  const kind = fields.get('kind') ?? ''
  if (!file) return fault('还没有选文件')
  if (!file.ok) return fault(file.zh)
  if (!isAttachmentKind(kind) || !broughtKinds.includes(kind)) return [{ path: 'kind', zh: '请选一下这是什么材料' }]
  if ((await cabinet.uploads(basket, now())).length >= mostAttachments)
    return fault(`最多放${mostAttachments}个文件，请先删掉不要的`)
  const odd = await unprintableIn([{ path: 'file', label: '文件名', text: file.name }], press)
  if (odd.length > 0) return odd
  const { name, mediaType, bytes } = file
  const put = await cabinet.putUpload({
    basket,
    file: { kind, name, mediaType, bytes },
    expiresAt,
    address: request.ip,
    now: now(),
  })
  return put === 'tooMany' ? fault('这里上传得太多了，请过一小时再试，或者当面、邮寄提交') : []
}
