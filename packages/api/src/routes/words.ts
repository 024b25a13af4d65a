import { attachmentKinds, commandForOutcome, commandNames, commandOf, publicationReasons } from '@zhiqing/casework'
import {
  type ArticleRef,
  applicantKinds,
  channelNames,
  citeShort,
  dueNames,
  feeBasisNames,
  grounds,
  instanceNames,
  instruments,
  litigationResults,
  mediumNames,
  methodNames,
  type Outcome,
  opinionNames,
  organTypeNames,
  otherKinds,
  reconsiderationResults,
  roleNames,
  serviceNames,
  stageNames,
  stateNames,
} from '@zhiqing/law'
import { templateCodes } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { textOrNull } from '../schemas/plain.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'

const names = z.record(z.string(), z.string())

const outcome = z.object({
  zh: z.string(),
  basis: z.string().meta({ description: '答复所依据的条文，写成文字' }),
  letter: z.string(),
  remedy: z.string(),
  reportLine: z.string(),
  command: textOrNull.meta({ description: '以哪个事项作出；逾期而终结的为 null' }),
})

const answer = z
  .object({
    stages: z.array(z.string()),
    states: names,
    roles: names,
    attachmentKinds: names.meta({ description: '材料的种类' }),
    organTypes: names.meta({ description: '机关的种类' }),
    applicantKinds: names,
    channels: names,
    media: names,
    methods: names,
    services: names,
    opinions: names,
    feeBases: names,
    instances: names,
    dues: names,
    outcomes: z.record(z.string(), outcome),
    otherKinds: names,
    publicationReasons: names.meta({ description: '申请人建议主动公开的情形（条例第四十四条第二款）' }),
    reconsiderationResults: names,
    litigationResults: names,
    commands: names,
    letters: names.meta({ description: '文书代码的名称' }),
    instruments: names.meta({ description: '条文前缀的法规名称' }),
  })
  .meta({ id: 'Words', description: '各种代码的中文名' })

export type Words = z.infer<typeof answer>

const zhOf = (rows: Readonly<Record<string, { readonly zh: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(rows).map(([code, { zh }]) => [code, zh]))

const outcomeWords = () =>
  Object.fromEntries(
    Object.entries(grounds).map(([code, { zh, basis, letter, remedy, reportLine }]) => [
      code,
      {
        zh,
        basis: basis.map((ref: ArticleRef) => citeShort(ref)).join('、'),
        letter,
        remedy,
        reportLine,
        command: commandForOutcome(code as Outcome),
      },
    ]),
  )

const schema = {
  tags: ['规则'],
  summary: '各种代码的中文名',
  description: '阶段、状态、角色、渠道、处理决定、期限、文书、事项的代码与中文名，供页面显示。',
  response: { 200: answer, ...problems(401) },
}

const letterNames = ({ words: named }: Services['press']) =>
  Object.fromEntries(templateCodes().map((code) => [code, named.name(code)]))

const kept = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** GET /words: one legal term, one word, for those who have only the interface. */
export const words = (app: FastifyInstance, { press }: Services): void => {
  // Read from files that hold until the press opens again.
  const letters = kept(() => letterNames(press))
  app.get('/words', { schema }, async () => ({
    stages: [...stageNames],
    states: stateNames,
    roles: roleNames,
    attachmentKinds,
    organTypes: organTypeNames,
    applicantKinds,
    channels: channelNames,
    media: mediumNames,
    methods: methodNames,
    services: serviceNames,
    opinions: opinionNames,
    feeBases: feeBasisNames,
    instances: instanceNames,
    dues: dueNames,
    outcomes: outcomeWords(),
    otherKinds: zhOf(otherKinds),
    publicationReasons,
    reconsiderationResults: zhOf(reconsiderationResults),
    litigationResults: zhOf(litigationResults),
    commands: Object.fromEntries(commandNames.map((name) => [name, commandOf(name).zh])),
    letters: letters(),
    instruments: Object.fromEntries(
      Object.entries(instruments).map(([key, { title }]) => [key, key === 'ogi' ? '条例' : `《${title}》`]),
    ),
  }))
}
