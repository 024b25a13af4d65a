import { roleNames } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { mayRead, type Reading, readings } from '../identity/reading.js'
import { dayText } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const roles = Object.keys(roleNames) as [string, ...string[]]
const names = Object.keys(readings) as Reading[]

const answer = z
  .object({
    person: z.object({ name: z.string(), displayName: z.string(), roles: z.array(z.enum(roles)) }),
    organ: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: '所在机关；不属于任何机关的为 null' }),
    today: dayText,
    reads: z.array(z.string()).meta({ description: '在本机关可以查看哪些' }),
    via: z.enum(['password', 'provider']).meta({ description: '以密码还是统一身份认证登录' }),
    supervises: z.boolean().meta({ description: '可以查看所主管机关的案件' }),
  })
  .meta({ id: 'CurrentSession', description: '登录人' })
export type CurrentSession = z.infer<typeof answer>

const schema = {
  tags: ['登录'],
  summary: '我是谁',
  description: '登录人、所在机关、今天的日期和可以查看的内容，供页面打开时询问。',
  response: { 200: answer, ...problems(401, 503) },
}

/** GET /sessions/current */
export const currentSession = (app: FastifyInstance, { cabinet, today }: Services): void => {
  app.get('/sessions/current', { schema }, async (request) => {
    const { person } = identityOf(request)
    const { name, displayName, organ: id, roles: held } = person
    const kept = id === null ? undefined : await cabinet.organ(id, today())
    return {
      person: { name, displayName, roles: [...held] },
      organ: kept ? { id: kept.id, name: kept.organ.name } : null,
      today: today(),
      via: person.via ?? 'password',
      reads: kept ? names.filter((one) => mayRead(person, one, 'own')) : [],
      supervises: mayRead(person, 'page', 'supervised'),
    }
  })
}
