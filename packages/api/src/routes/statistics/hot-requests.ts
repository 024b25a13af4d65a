import {
  againstPublication,
  type PublicationState,
  publicationActs,
  publicationPermitted,
  publicationReasonCodes,
  publicationReasons,
  publicationState,
  publicationStates,
} from '@zhiqing/casework'
import type { HotRequest, PublicationDecision, SuggestedTopic } from '@zhiqing/db'
import { addDays, type Day, inChinese } from '@zhiqing/law'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { notGiven } from '../../commands/role.js'
import { identityOf } from '../../identity/identity.js'
import { holds, offices } from '../../identity/reading.js'
import { type Problem, problem, send } from '../../problem/problem.js'
import { dayOrNull, dayText, textOrNull } from '../../schemas/plain.js'
import { problems } from '../../schemas/problem.js'
import type { Services } from '../../services.js'
import { asProblem, organQuery, type ReportPlace, reportPlace } from '../reports/place.js'

const tags = ['统计']

const keysOf = <Key extends string>(names: Readonly<Record<Key, string>>) => Object.keys(names) as [Key, ...Key[]]
const acts = z.enum(keysOf(publicationActs))

const decision = z.object({
  n: z.int(),
  act: acts,
  title: z.string(),
  on: dayText,
  by: textOrNull,
  reason: z.string(),
  place: textOrNull.meta({ description: '在哪里公开' }),
  requests: z.int().meta({ description: '研判时一年内的申请件数' }),
  applicants: z.int(),
})

const topic = z
  .object({
    organ: z.string(),
    topic: z.string().meta({ description: '所申请信息的摘要，研判时用作标识' }),
    information: z.string().meta({ description: '所申请的信息；已经研判的，为机关所写的名称' }),
    requests: z.int().meta({ description: '一年内的申请' }),
    applicants: z.int().meta({ description: '不同的申请人' }),
    given: z.int().meta({ description: '其中予以公开、部分公开的' }),
    lastOn: dayOrNull.meta({ description: '最近一件的收到日期；一年内没有再达到三人的为 null' }),
    ids: z.array(z.string()),
    cases: z
      .array(z.object({ id: z.string(), number: textOrNull }))
      .meta({ description: '其中最近的一些案件和受理编号' }),
    suggestedOn: dayOrNull.meta({ description: '申请人最近一次建议主动公开之日；没有人建议的为 null' }),
    suggestions: z.int().meta({ description: '建议主动公开的件数' }),
    reasons: z
      .array(z.enum(publicationReasonCodes))
      .meta({ description: '申请人认为属于哪些情形（条例第四十四条第二款）' }),
    zh: z.string().meta({ description: '建议' }),
    state: z.enum(keysOf(publicationStates)),
    permitted: z.array(acts).meta({ description: '现在可以办理哪些；不由登录人办理的为空' }),
    decisions: z.array(decision),
  })
  .meta({ id: 'HotRequest', description: '多人申请、申请人建议主动公开的同一信息和是否主动公开的研判' })

const counted = Object.fromEntries(
  keysOf(publicationStates).map((state) => [state, z.int().meta({ description: publicationStates[state] })]),
) as Record<PublicationState, z.ZodInt>

const answer = z
  .object({ requests: z.array(topic), counts: z.object(counted) })
  .meta({ id: 'HotRequests', description: '多人申请、申请人建议主动公开的信息' })
export type HotRequestsAnswer = z.infer<typeof answer>

/** 多个申请人: three and more; the article names no number [I]. */
const least = 3

/** Many ask for it, an applicant suggested it, it was decided once: at least one of the three. */
type Asked = Omit<HotRequest, 'lastOn'> & {
  readonly lastOn?: Day
  readonly suggested?: SuggestedTopic | undefined
}

const askedWords = ({ lastOn, given, requests, applicants }: Asked): string => {
  if (lastOn === undefined)
    return requests > 0 ? `一年内有${applicants}名申请人申请${requests}次` : '一年内申请的不足三人'
  return given > 0
    ? `一年内有${applicants}名申请人申请${requests}次，其中${given}次予以公开：建议纳入主动公开的范围`
    : `一年内有${applicants}名申请人申请${requests}次，还没有公开过：请研判是否属于应当主动公开的信息`
}

const suggestedWords = ({ suggestedOn, suggestions, reasons }: SuggestedTopic): string => {
  const named = publicationReasonCodes.filter((one) => reasons.includes(one)).map((one) => publicationReasons[one])
  const said =
    suggestions > 1
      ? `${suggestions}件申请的申请人建议主动公开，最近一次是${inChinese(suggestedOn)}`
      : `申请人${inChinese(suggestedOn)}建议主动公开`
  return `${said}（${named.join('、')}）：经审核属于主动公开范围的，应当及时主动公开`
}

const proposal = (asked: Asked): string =>
  asked.suggested ? `${suggestedWords(asked.suggested)}；${askedWords(asked)}` : askedWords(asked)

/** A topic that was decided and that fewer than {@link least} ask for now. */
const cooled = ({ organ, topic: of, title }: PublicationDecision): Asked => ({
  ...{ organ, topic: of, information: title, requests: 0, applicants: 0, given: 0, ids: [] },
})

/** Suggested, and asked for by fewer than {@link least}. */
const onlySuggested = (suggested: SuggestedTopic): Asked => {
  const { organ, topic: of, information, requests, applicants, given, ids } = suggested
  return { organ, topic: of, information, requests, applicants, given, ids, suggested }
}

type Numbers = ReadonlyMap<string, string | null>

/** So many cases of a topic are named; the ids of all of them are told. */
const newest = ({ ids }: Pick<HotRequest, 'ids'>): readonly string[] => ids.slice(0, 50)

/** What may make a declined topic wait again: the latest request of many, the latest suggestion. */
const newsOn = ({ lastOn, suggested }: Asked): Day | null =>
  [lastOn, suggested?.suggestedOn]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null

const topicView = (
  asked: Asked,
  decisions: readonly PublicationDecision[],
  { decides, numbers }: { decides: boolean; numbers: Numbers },
) => {
  const { suggested, ...own } = asked
  const state = publicationState(decisions, newsOn(asked))
  return {
    ...{ ...own, lastOn: asked.lastOn ?? null, ids: [...asked.ids] },
    cases: newest(asked).map((id) => ({ id, number: numbers.get(id) ?? null })),
    information: decisions.at(-1)?.title ?? asked.information,
    suggestedOn: suggested?.suggestedOn ?? null,
    suggestions: suggested?.suggestions ?? 0,
    reasons: publicationReasonCodes.filter((one) => suggested?.reasons.includes(one)),
    zh: proposal(asked),
    state,
    permitted: decides ? [...publicationPermitted(state)] : [],
    decisions: decisions.map(({ organ: _, topic: __, ...one }) => one),
  }
}

type Topic = Pick<HotRequest, 'organ' | 'topic'>

const among = <One extends Topic>(all: readonly One[], { organ, topic: of }: Topic): One[] =>
  all.filter((one) => one.organ === organ && one.topic === of)

/** Every topic of a place: those that many ask for now, then what applicants suggested, then those decided before. */
const topicsOf = async ({ organs, person }: ReportPlace, { cabinet, today }: Services) => {
  const since = addDays(today(), -364)
  const [hot, suggested, decisions] = await Promise.all([
    cabinet.reports.hotRequests(organs, since, least),
    cabinet.reports.suggestedTopics(organs, since),
    cabinet.reports.publications(organs),
  ])
  const often: Asked[] = hot.map((one) => ({ ...one, suggested: among(suggested, one)[0] }))
  const seldom = suggested.filter((one) => among(hot, one).length === 0).map(onlySuggested)
  const now = [...often, ...seldom]
  const earlier = decisions.filter((made) => made.n === 1 && among(now, made).length === 0).map(cooled)
  const decides = (organ: string): boolean => organ === person.organ && holds(person, 'decidePublication')
  const numbers = new Map(await cabinet.reports.numbersOf(organs, now.flatMap(newest)))
  return [...now, ...earlier].map((asked) => {
    const made = among(decisions, asked)
    return { numbers, asked, made, view: topicView(asked, made, { decides: decides(asked.organ), numbers }) }
  })
}

const asking = {
  tags,
  summary: '多人申请、申请人建议主动公开的信息',
  description:
    '过去一年有三名以上申请人申请的同一信息，以及申请人建议主动公开的信息：可以公开的，行政机关可以纳入主动公开的范围；经审核属于主动公开范围的，应当及时公开（条例第四十四条）。附是否主动公开的研判和结果。不显示申请人。',
  querystring: organQuery,
  response: { 200: answer, ...problems(400, 401, 403, 404, 422, 503) },
}

/** GET /statistics/hot-requests */
export const hotRequests = (app: FastifyInstance, services: Services): void => {
  app.get('/statistics/hot-requests', { schema: asking }, async (request, reply) => {
    const place = await reportPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const requests = (await topicsOf(place, services)).map(({ view }) => view)
    const count = (state: PublicationState) => requests.filter((one) => one.state === state).length
    return { requests, counts: Object.fromEntries(keysOf(publicationStates).map((state) => [state, count(state)])) }
  })
}

const params = z.object({
  topic: z.string().regex(/^[0-9a-f]{64}$/, { error: '应为 /statistics/hot-requests 中的 topic' }),
})

const words = (most: number) => z.string().trim().max(most).default('')

const body = z.strictObject({
  act: acts,
  title: words(200).meta({ description: '信息的名称，用机关自己的话写；不填为申请中的名称' }),
  reason: words(1000).meta({ description: '为什么公开或者不公开' }),
  place: words(500).meta({ description: '已经公开的：网址或者栏目' }),
  reviewed: z.boolean().default(false).meta({ description: '决定公开的：拟公开的信息已经审查（条例第十七条）' }),
})

const deciding = {
  tags,
  summary: '研判是否主动公开',
  description: `记一笔：${Object.values(publicationActs).join('、')}。只增不改；不主动公开以后又有人申请、建议的，重新等待研判。由公开工作机构负责人办理。`,
  params,
  body,
  response: { 201: topic, ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
}

const noTopic = problem(
  'notFound',
  404,
  '没有找到',
  '没有这一信息，或者一年内申请的不足三人，没有人建议主动公开，也没有研判过',
)
const overtaken = problem('stale', 409, '别人刚刚研判过', '没有保存任何内容；请刷新，核对新的情况后再办理')

const ownPlace = async (
  request: FastifyRequest,
  services: Services,
): Promise<ReportPlace | { readonly problem: Problem }> => {
  const { person } = identityOf(request)
  const { zh, roles } = offices.decidePublication
  if (!holds(person, 'decidePublication')) return { problem: asProblem([notGiven(person, zh, roles)]) }
  return reportPlace(request, services)
}

/** POST /statistics/hot-requests/:topic/decisions */
export const decidePublication = (app: FastifyInstance, services: Services): void => {
  const { cabinet, today, log } = services
  app.post('/statistics/hot-requests/:topic/decisions', { schema: deciding }, async (request, reply) => {
    const place = await ownPlace(request, services)
    if ('problem' in place) return send(reply, place.problem)
    const of = (request.params as z.infer<typeof params>).topic
    const found = (await topicsOf(place, services)).find(({ asked }) => asked.topic === of)
    if (!found) return send(reply, noTopic)
    const { asked, made, view, numbers } = found
    const order = request.body as z.infer<typeof body>
    const [first, ...also] = againstPublication(view.state, order)
    if (first) return send(reply, asProblem([first, ...also]))
    const { organ, requests, applicants } = asked
    const { act, reason, title } = order
    const kept = {
      ...{ organ, topic: of, n: made.length + 1, act, reason, requests, applicants },
      title: title || view.information.slice(0, 200),
      place: act === 'published' ? order.place : null,
      on: today(),
      by: place.person.displayName,
    }
    if (!(await cabinet.reports.keepPublication(kept))) return send(reply, overtaken)
    log.info('publicationDecided', { organ, topic: of, act, person: place.person.id })
    return reply.status(201).send(topicView(asked, [...made, kept], { decides: true, numbers }))
  })
}
