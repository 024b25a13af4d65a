import type { Delivery } from '@zhiqing/api'
import { broughtKinds, isAttachmentKind, mostAttachments } from '@zhiqing/casework'
import type { Basket } from '@zhiqing/db'
import type { FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import type { Fault } from '../look/fault.js'
import { unprintableIn } from '../look/unprintable-words.js'

const notPut = {
  tooMany: '这里上传得太多了，请过一小时再试，一直这样的请明天再来，或者当面、邮寄提交',
  full: '一份申请的文件合起来最多50 MB，这个放不下了。请先删掉不要的，或者把照片、扫描件的清晰度降低一点；材料多的，可以当面或者邮寄补交',
}

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
  return typeof put === 'string' ? fault(notPut[put]) : []
}
