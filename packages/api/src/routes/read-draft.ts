import { type Case, type DraftLetter, draftLetter, stateOf } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { stateNames } from '@zhiqing/law'
import type { Fields } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { type Problem, problem, send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '拟稿的 PDF',
  description:
    '答复书如果今天签发会是什么样子，供拟稿、审核、签发时看全文；文号写“待编号”，成文日期为今天。每次现印，不编号、不存档、不入台账。',
  params: caseParams,
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(401, 403, 404, 409, 422, 503),
  },
}

export const noDraft = (current: Case): Problem =>
  problem(
    'noDraft',
    409,
    '现在没有拟稿',
    `案件现在是“${stateNames[stateOf(current)]}”，没有拟好未签发的答复；作出处理决定之后、签发之前可以查看拟稿，已经制发的请查看文书`,
  )

/** The reply of a case as it would read if it were signed today; null where there is none to be read. */
export const draftOf = async (
  { current, organ }: Pick<KeptCase, 'current' | 'organ'>,
  { cabinet, today }: Pick<Services, 'cabinet' | 'today'>,
): Promise<DraftLetter | null> => {
  const on = today()
  const office = await cabinet.organ(organ, on)
  if (!office) throw new Error(`no organ ${organ}`)
  return draftLetter(current, { on, organ: office.organ, settings: office.settings })
}

/** GET /cases/:id/letters/draft.pdf, for those who may read the case. */
export const readDraft = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/letters/draft.pdf', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'draft')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept } = seen
    const draft = await draftOf(kept, services)
    if (!draft) return send(reply, noDraft(kept.current))
    const { pdf } = await services.press.print({ code: draft.letter, fields: draft.fields as Fields })
    const real = `${services.press.words.name(draft.letter)}-拟稿-${kept.current.number ?? ''}.pdf`
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(`${draft.letter}-draft.pdf`, real))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
