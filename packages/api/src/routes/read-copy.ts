import type { KeptLetter } from '@zhiqing/db'
import { copyNote, type Editable, type Fields } from '@zhiqing/letters'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import { sheetOf } from '../approval-sheet.js'
import { letterWithheld, noSuchLetter } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams, type SeenCase } from './case-of.js'
import { coveredFields, withoutSecrets } from './covered-letter.js'
import { attachment } from './file-name.js'
import { draftOf, noDraft } from './read-draft.js'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ok = { description: 'DOCX 文件', content: { [type]: { schema: z.string().meta({ format: 'binary' }) } } }

const letterSchema = {
  tags: ['案件'],
  summary: '一份文书的可编辑副本（DOCX）',
  description:
    '与 PDF 同样的内容，供修改、引用；每页标明是副本，查询码遮盖。存档的 PDF 才是文书。谁能看 PDF，谁就能取副本；主管部门取到的同样遮盖申请人身份。',
  params: caseParams.extend({ n: z.string().meta({ description: '本案第几份文书，从1起' }) }),
  response: { 200: ok, ...problems(401, 403, 404, 410, 422, 503) },
}

const draftSchema = {
  tags: ['案件'],
  summary: '拟稿的可编辑副本（DOCX）',
  description: '与拟稿的 PDF 同样的内容，标明是拟稿。',
  params: caseParams,
  response: { 200: ok, ...problems(401, 403, 404, 409, 422, 503) },
}

const notes = {
  draft: '拟稿，没有编号、没有签发，不是文书',
  covered: '遮盖申请人身份的可编辑副本；文书以存档的 PDF 为准',
  rewritten: `${copyNote}；印发后模板换过，文字可能与 PDF 不同`,
} as const

/** Printed from words that have since been changed, a copy says so. */
const copyOf = async (kept: KeptLetter, services: Services): Promise<Editable> => {
  const { press } = services
  const letter = (await sheetOf(kept, services)) ?? kept
  const order = { code: letter.code, fields: withoutSecrets(letter) }
  const copy = await press.edit(order)
  const { templateSha256: then } = letter
  return then === null || then === copy.template.sha256 ? copy : press.edit({ ...order, note: notes.rewritten })
}

const sendCopy = (reply: FastifyReply, { docx }: Editable, names: readonly [plain: string, real: string]) =>
  reply
    .type(type)
    .header('content-disposition', attachment(...names))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength))

const sendCovered = async (reply: FastifyReply, { kept }: SeenCase, n: number, services: Services) => {
  const covered = await coveredFields(kept, n, services)
  if (typeof covered !== 'object') return send(reply, covered === 'withheld' ? letterWithheld : noSuchLetter)
  const { press } = services
  const copy = await press.edit({ ...covered, note: notes.covered })
  return sendCopy(reply, copy, [`${covered.code}-${n}.docx`, `${press.words.name(covered.code)}-遮盖-副本.docx`])
}

/** GET /cases/:id/letters/:n.docx and /cases/:id/letters/draft.docx, with the rights and the covers of their PDFs. */
export const readCopy = (app: FastifyInstance, services: Services): void => {
  const { words } = services.press
  app.get('/cases/:id/letters/:n(^\\d{1,4}).docx', { schema: letterSchema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'letters')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const n = Number((request.params as { n: string }).n)
    if (seen.where === 'supervised') return sendCovered(reply, seen, n, services)
    const letter = await services.cabinet.letter(kept.organ, kept.id, n)
    if (!letter) return send(reply, noSuchLetter)
    const number = letter.documentNumber ?? kept.current.number ?? n
    const real = `${words.name(letter.code)}-${number}-副本.docx`
    return sendCopy(reply, await copyOf(letter, services), [`${letter.code}-${n}.docx`, real])
  })
  app.get('/cases/:id/letters/draft.docx', { schema: draftSchema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'draft')
    if ('problem' in seen) return send(reply, seen.problem)
    const { current } = seen.kept
    const draft = await draftOf(seen.kept, services)
    if (!draft) return send(reply, noDraft(current))
    const order = { code: draft.letter, fields: draft.fields as Fields, note: notes.draft }
    const real = `${words.name(draft.letter)}-拟稿-${current.number ?? ''}.docx`
    return sendCopy(reply, await services.press.edit(order), [`${draft.letter}-draft.docx`, real])
  })
}
