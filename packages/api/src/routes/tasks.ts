import { statesOpenTo } from '@zhiqing/casework'
import type { Cabinet, KeptCase } from '@zhiqing/db'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { organToAssist } from '../identity/roles.js'
import { notForReading } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { dayOrNull, textOrNull } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const task = z.object({
  caseId: z.string(),
  number: textOrNull,
  version: z.int(),
  id: z.string().meta({ description: '协查的编号' }),
  unit: z.string(),
  question: z.string(),
  dueOn: dayOrNull,
})

const answer = z.object({ tasks: z.array(task) })
export type TasksAnswer = z.infer<typeof answer>

const schema = {
  tags: ['案件'],
  summary: '还没有反馈的协查',
  description: '只有要查找的内容和期限，没有申请人和案件的其他情况，供协查单位使用；期限近的在前，最多一百件。',
  response: { 200: answer, ...problems(401, 403, 503) },
}

const most = 100
/** A list is read page by page until there are enough; an office has never so many cases at once. */
const mostPages = 20

const openOf = ({ id: caseId, version, current }: KeptCase) =>
  current.assistances
    .filter(({ findings }) => findings === null)
    .map(({ id, unit, question, dueOn }) => ({ caseId, number: current.number, version, id, unit, question, dueOn }))

type Task = ReturnType<typeof openOf>[number]

/** A task without a day stands in no list of days: the states in which one can be open are looked through as well. */
const openIn = async (organ: string, cabinet: Cabinet): Promise<Task[]> => {
  const mine = { officers: [], states: statesOpenTo('giveAssistance'), unassigned: false, dues: ['assistance'] }
  const found: Task[] = []
  let after: string | null | undefined
  for (let page = 0; page < mostPages && found.length < most && after !== null; page += 1) {
    const { cases, next } = await cabinet.worklist({ organ: [organ], limit: most, mine, after })
    found.push(...cases.flatMap(openOf))
    after = next
  }
  return found.slice(0, most)
}

/** GET /tasks: what units were asked to look for, and nothing more of the cases. */
export const tasks = (app: FastifyInstance, { cabinet }: Services): void => {
  app.get('/tasks', { schema }, async (request, reply) => {
    const organ = organToAssist(identityOf(request).person)
    return organ === undefined ? send(reply, notForReading) : { tasks: await openIn(organ, cabinet) }
  })
}
