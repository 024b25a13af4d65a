import { commandOf } from '@zhiqing/casework'
import type { FastifyInstance } from 'fastify'
import { bodySchema } from '../commands/body-schema.js'
import { identityOf } from '../identity/identity.js'
import { organToRead, organToSuperviseFor } from '../identity/roles.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import type { Services } from '../services.js'
import { answerOrder, commandHeaders, commandResponses, parsedByCasework } from './order.js'

const schema = {
  tags: ['案件'],
  summary: `${commandOf('receiveRequest').zh}（receiveRequest）`,
  description: '接收一件申请，建立案件；查询码只在这一次应答中给出。',
  headers: commandHeaders,
  body: bodySchema('receiveRequest'),
  response: commandResponses(201),
}

/** POST /cases */
export const receive = (app: FastifyInstance, services: Services): void => {
  app.post('/cases', { schema, validatorCompiler: parsedByCasework }, async (request, reply) => {
    const { person } = identityOf(request)
    const organ = organToRead(person) ?? organToSuperviseFor(person)
    if (organ === undefined) return send(reply, notForReading)
    return answerOrder(request, reply, { organ, name: 'receiveRequest' }, services)
  })
}
