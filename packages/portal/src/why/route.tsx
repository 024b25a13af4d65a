import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { sendPage } from '../look/send-page.js'
import { type Asked, reckon } from './reckon.js'
import { WhyPage } from './why-page.js'

const names = ['year', 'month', 'date'] as const
const longest = 10

/** The day asked for, in three boxes; today when nothing was asked. */
const askedOf = ({ query }: FastifyRequest, today: string): { asked: Asked; given: boolean } => {
  const from = query as Readonly<Record<string, unknown>>
  const given = names.some((name) => typeof from[name] === 'string')
  const [year = '', month = '', date = ''] = given
    ? names.map((name) =>
        String(from[name] ?? '')
          .normalize('NFKC')
          .trim()
          .slice(0, longest),
      )
    : today.split('-').map((part) => String(Number(part)))
  return { asked: { year, month, date }, given }
}

/** GET /why: from a day of receipt to the due day, with every day between. */
export const whyRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/why', async (request, reply) => {
    const { asked, given } = askedOf(request, counter.today())
    const calendar = await counter.cabinet.calendar()
    const reckoned = given ? reckon(asked, calendar) : { faults: [], clock: null }
    const faulty = reckoned.faults.length > 0
    return sendPage(
      { request, reply, counter },
      {
        title: '为什么是这一天',
        heading: false,
        status: faulty ? 400 : 200,
        faulty,
        open: true,
        body: <WhyPage asked={asked} calendar={calendar} {...reckoned} />,
      },
    )
  })
}
