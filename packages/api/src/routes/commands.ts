import { type CommandName, commandNames, commandOf } from '@zhiqing/casework'
import { roleNames } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import { bodySchema } from '../commands/body-schema.js'
import { noSuchCase } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import type { Services } from '../services.js'
import { caseParams, orderPlace } from './case-of.js'
import { answerOrder, commandHeaders, commandResponses, parsedByCasework } from './order.js'

const schemaOf = (name: CommandName) => {
  const { zh, article, roles } = commandOf(name)
  return {
    tags: ['办理'],
    summary: `${zh}（${name}）`,
    description: `依据 ${article}。可以办理的角色：${roles.map((role) => roleNames[role]).join('、')}。`,
    params: caseParams,
    headers: commandHeaders,
    body: bodySchema(name),
    response: commandResponses(200),
  }
}

const commandRoute = (app: FastifyInstance, name: CommandName, services: Services): void => {
  const options = { schema: schemaOf(name), validatorCompiler: parsedByCasework }
  app.post(`/cases/:id/commands/${name}`, options, async (request, reply) => {
    const place = await orderPlace(request, services, name)
    return place ? answerOrder(request, reply, { ...place, name }, services) : send(reply, noSuchCase)
  })
}

/** POST /cases/:id/commands/:command, one route a command of casework. */
export const commandRoutes = (app: FastifyInstance, services: Services): void => {
  for (const name of commandNames) commandRoute(app, name, services)
}
