import { commandOf, isCommandName } from '@zhiqing/casework'
import { citeShort } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { describedSchema } from '../commands/described.js'
import { noSuchRoute } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { article } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'

const answer = z
  .object({
    command: z.string(),
    zh: z.string(),
    article,
    cited: z.string().meta({ description: '依据，写成文字' }),
    roles: z.array(z.string()),
    schema: z
      .looseObject({})
      .meta({ description: '正文的 JSON Schema；title 是字段的中文名，x-names 是各代码的中文名' }),
  })
  .meta({ id: 'Command', description: '一个事项' })

const schema = {
  tags: ['办理'],
  summary: '一个事项要填什么',
  description: '事项的名称、依据、可以办理的角色，以及正文的格式，带字段和代码的中文名，供页面生成表单。',
  params: z.object({ command: z.string() }),
  response: { 200: answer, ...problems(401, 404) },
}

/** GET /commands/:command */
export const readCommand = (app: FastifyInstance): void => {
  app.get('/commands/:command', { schema }, async (request, reply) => {
    const { command } = request.params as { command: string }
    if (!isCommandName(command)) return send(reply, noSuchRoute)
    const { zh, article: ref, roles } = commandOf(command)
    return { command, zh, article: ref, cited: citeShort(ref), roles, schema: describedSchema(command) }
  })
}
