import { formCodes, formFields } from '@zhiqing/casework'
import type { Fields } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { problem, send } from '../problem/problem.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf } from './case-of.js'
import { attachment } from './file-name.js'

const params = z.object({
  id: z.string().meta({ description: '案件的 id' }),
  code: z.string().meta({
    description: 'L01 申请表、L04 征求意见确认函、L07 送达回证、L09 公开审查（保密审查）呈批单、L16 复议诉讼台账卡',
  }),
})

const schema = {
  tags: ['案件'],
  summary: '随时可印的表单',
  description:
    '按案件现在的内容印一份表单，不编号、不存档、不入台账。of 指明是哪一次征求意见（编号）、哪一份送出的文书（序号；共同申请的，“3-2”为第3份送第2位申请人）或者哪一件复议诉讼（编号），不填为最近一件。',
  params,
  querystring: z.strictObject({ of: z.string().max(60).optional() }),
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(400, 401, 403, 404, 503),
  },
}

const noSuchForm = problem(
  'noSuchForm',
  404,
  '没有这份表单',
  `可以印的表单是${formCodes.join('、')}；征求意见确认函、送达回证、呈批单、台账卡要在案件里有相应的征求意见、送出的文书、要审查的信息、复议诉讼`,
)

/** GET /cases/:id/forms/:code.pdf, for those who may read the draft: forms show what the organ itself knows. */
export const readForm = (app: FastifyInstance, services: Services): void => {
  app.get('/cases/:id/forms/:code(^[A-Z]\\d\\d).pdf', { schema }, async (request, reply) => {
    const seen = await caseOf(request, services, 'draft')
    if ('problem' in seen) return send(reply, seen.problem)
    const { current, organ: id } = seen.kept
    const asked = (request.params as z.infer<typeof params>).code
    const code = formCodes.find((one) => one === asked)
    const on = services.today()
    const [calendar, office] = await Promise.all([services.cabinet.calendar(), services.cabinet.organ(id, on)])
    if (!office) throw new Error(`no organ ${id}`)
    const { of } = request.query as { of?: string }
    const { words } = services.press
    const place = { on, organ: office.organ, calendar }
    const fields = code && formFields(code, { current, office: place, of, nameOf: words.name })
    if (!code || !fields) return send(reply, noSuchForm)
    const { pdf } = await services.press.print({ code, fields: fields as Fields })
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(`${code}.pdf`, `${words.name(code)}-${current.number ?? ''}.pdf`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
