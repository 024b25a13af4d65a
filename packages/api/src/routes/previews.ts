import { decide, draftLetter, type Office, parseCommand, reviewed } from '@zhiqing/casework'
import type { KeptCase, Person } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { roleFor } from '../commands/role.js'
import { invalid } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { refused } from '../problem/refused.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseOf, caseParams } from './case-of.js'
import { riskAnswer } from './read-risks.js'

/** The acts that end in a reply. */
const deciding = ['decide', 'divert', 'judgeStillUnclear', 'judgeReasons'] as const
type Deciding = (typeof deciding)[number]

const answer = riskAnswer.extend({
  letter: z.string().nullable().meta({ description: '答复书的代码；这样处理没有答复书的为 null' }),
  pdf: z.string().nullable().meta({ description: '答复书的 PDF，base64' }),
  warnings: z.array(z.object({ code: z.string(), zh: z.string() })),
})

const schema = {
  tags: ['推演'],
  summary: '如果这样处理，答复书是什么样子',
  description:
    '在内存中试作处理决定（字段与办理相同），返回今天会印出的答复书和败诉风险检查；案件、编号、台账都不变动。不能这样处理的，以办理时相同的拒绝应答。',
  params: caseParams.extend({ command: z.enum(deciding) }),
  body: z.looseObject({}),
  response: { 200: answer, ...problems(400, 401, 403, 404, 409, 422, 503) },
}

/** The body is read by casework, which tells every fault; the address by its schema. */
const bodyByCasework = (route: { readonly httpPart?: string | undefined }) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validatorCompiler(route as never)

const officeOf = async ({ organ: id }: KeptCase, person: Person, { cabinet, today }: Services): Promise<Office> => {
  const on = today()
  const [calendar, kept] = await Promise.all([cabinet.calendar(), cabinet.organ(id, on)])
  if (!kept) throw new Error(`no organ ${id}`)
  const { organ, settings } = kept
  const actor = { role: 'officer', person: person.displayName } as const
  return { on, calendar, organ, settings, actor, numbers: {} as Office['numbers'], doubles: [], queryCode: '' }
}

/** POST /cases/:id/previews/:command; nothing is written. */
export const previews = (app: FastifyInstance, services: Services): void => {
  const options = { schema, validatorCompiler: bodyByCasework }
  app.post('/cases/:id/previews/:command', options, async (request, reply) => {
    const seen = await caseOf(request, services, 'draft')
    if ('problem' in seen) return send(reply, seen.problem)
    const { kept, person } = seen
    const name = (request.params as { command: Deciding }).command
    const parsed = parseCommand(name, request.body ?? {})
    if (!parsed.ok) return send(reply, invalid(parsed.faults))
    const role = roleFor(person, name, parsed)
    if (typeof role !== 'string') return send(reply, refused({ ...role, permitted: [], also: [] }))
    const office = await officeOf(kept, person, services)
    const decided = decide(name, parsed.input, kept.current, { ...office, actor: { ...office.actor, role } })
    if (!decided.ok) {
      const { refusal, also, permitted } = decided
      return send(reply, refused({ ...refusal, permitted, also }))
    }
    const { current, warnings } = decided
    const draft = draftLetter(current, office)
    const printed = draft && (await services.press.print({ code: draft.letter, fields: draft.fields as Fields }))
    return {
      letter: draft?.letter ?? null,
      pdf: printed ? Buffer.from(printed.pdf).toString('base64') : null,
      checks: reviewed(current, office),
      warnings: [...warnings],
    }
  })
}
