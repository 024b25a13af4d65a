import { citeShort, outcomeQuestions } from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { article } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'

const leads = z.discriminatedUnion('to', [
  z.object({ to: z.literal('question'), question: z.string() }),
  z.object({ to: z.literal('outcome'), outcome: z.string(), kind: z.string().optional() }),
  z.object({ to: z.literal('act'), command: z.string() }),
])

const answer = z
  .object({
    questions: z.array(
      z.object({
        id: z.string(),
        judgment: z.string().meta({ description: '补不补、该不该、有没有、给不给' }),
        zh: z.string(),
        answers: z.array(
          z.object({
            zh: z.string(),
            article,
            cited: z.string(),
            help: z.string().optional(),
            when: z.string().optional().meta({ description: '案件要符合的条件，不符合的不列出' }),
            leads,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OutcomeQuestions', description: '引导到一个处理决定的问题' })
export type OutcomeQuestions = z.infer<typeof answer>

const schema = {
  tags: ['规则'],
  summary: '怎样得出处理决定',
  description:
    '补不补、该不该、有没有、给不给：逐问逐答，最后到一个处理决定和它的依据；当不当由预览和败诉风险检查回答。',
  response: { 200: answer, ...problems(401) },
}

const told = outcomeQuestions.map((question) => ({
  ...question,
  answers: question.answers.map((one) => ({ ...one, cited: citeShort(one.article) })),
}))

/** GET /outcome-questions */
export const questions = (app: FastifyInstance): void => {
  app.get('/outcome-questions', { schema }, async () => ({ questions: told }))
}
