import { type Refusal, refuse } from '@zhiqing/casework'
import type { Person } from '@zhiqing/db'
import {
  allowedWords,
  type Day,
  fixedReadings,
  isAllowed,
  isSettingName,
  settingNames,
  settingRows,
} from '@zhiqing/law'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../commands/role.js'
import { identityOf } from '../identity/identity.js'
import { holds, mayRead, offices } from '../identity/reading.js'
import { noOrgan } from '../problem/answers.js'
import { send } from '../problem/problem.js'
import { refused } from '../problem/refused.js'
import { problems } from '../schemas/problem.js'
import { fixedReading, setting, settingBody } from '../schemas/settings.js'
import type { Services } from '../services.js'
import { settingsView } from '../view/settings.js'

const tags = ['设置']

const readings = fixedReadings.map(({ where: _, ...told }) => told)

const read = {
  tags,
  summary: '本机关的设置',
  description:
    '法律没有写死、由机关选定的各项：今天有效的值、自哪天起、依据的规则和读法、历次设定；readings 是同样没有写明、但不由机关设定的各项怎样理解。本机关人员都可以看。',
  response: {
    200: z.object({ settings: z.array(setting), readings: z.array(fixedReading) }),
    ...problems(401, 403, 503),
  },
}

/** GET /settings, for everybody of the organ. */
export const settings = (app: FastifyInstance, { cabinet, today }: Services): void => {
  app.get('/settings', { schema: read }, async (request, reply) => {
    const { person } = identityOf(request)
    const { organ } = person
    return organ === null || !mayRead(person, 'settings', 'own')
      ? send(reply, noOrgan)
      : { settings: settingsView(await cabinet.settings(organ), today()), readings }
  })
}

const params = z.object({ name: z.string() })
type Body = z.infer<typeof settingBody>

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 80)

/** Everything that is wrong with a change, at once. */
const refusalsOf = (name: string, { value, from, reason }: Body, today: Day): Refusal[] => {
  if (!isSettingName(name)) return [refuse('settingUnknown', { name, known: settingNames.join('、') })]
  const { zh, allowed } = settingRows[name]
  const words = { setting: zh, value: shown(value), allowed: allowedWords(allowed) }
  return [
    ...(value === null || isAllowed(allowed, value) ? [] : [refuse('settingNotAllowed', words)]),
    ...(from !== undefined && from < today ? [refuse('settingFromPast', { from, on: today })] : []),
    ...(reason.trim() === '' ? [refuse('settingReasonMissing')] : []),
  ]
}

const refusalOf = (person: Person, name: string, body: Body, today: Day): Refusal[] =>
  holds(person, 'changeSetting')
    ? refusalsOf(name, body, today)
    : [notGiven(person, offices.changeSetting.zh, offices.changeSetting.roles)]

const write = {
  tags,
  summary: '改变一项设置',
  description:
    '自某一天（今天或者以后）起改变，写明理由；只增一行，以前的不改。以办理当日有效的设置为准，已经办理的不因此改变。由系统管理员办理。',
  params,
  body: settingBody,
  response: { 200: setting, ...problems(400, 401, 403, 422, 503) },
}

/** POST /settings/:name, by the organ's administrator. */
export const setSettings = (app: FastifyInstance, { cabinet, today, log }: Services): void => {
  app.post('/settings/:name', { schema: write }, async (request, reply) => {
    const { person } = identityOf(request)
    const { name } = request.params as z.infer<typeof params>
    const body = request.body as Body
    if (person.organ === null) return send(reply, noOrgan)
    const [refusal, ...also] = refusalOf(person, name, body, today())
    if (refusal) return send(reply, refused({ ...refusal, permitted: [], also }))
    if (!isSettingName(name)) throw new Error('an unknown setting was not refused')
    const { value, reason } = body
    const from = (body.from as Day | undefined) ?? today()
    await cabinet.keepSetting({ organ: person.organ, name, value, from, reason, by: person.displayName })
    log.info('settingChanged', { organ: person.organ, name, from, person: person.id })
    return settingsView(await cabinet.settings(person.organ), today()).find((one) => one.name === name)
  })
}
