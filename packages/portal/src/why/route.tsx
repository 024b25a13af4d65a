import { defaultSettings } from '@zhiqing/law'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { typedDay, typedFrom } from '../look/day-boxes.js'
import { sendPage } from '../look/send-page.js'
import { anOrgan } from './an-organ.js'
import { type Asked, type Between, between, reckon } from './reckon.js'
import { WhyPage } from './why-page.js'

/** What is asked, all of it in the address: a reckoning can be sent to somebody else. Today, when nothing was asked. */
const askedOf = ({ query }: FastifyRequest, today: string): { asked: Asked; given: boolean } => {
  const from = query as Readonly<Record<string, unknown>>
  const read = (name: string): string => (typeof from[name] === 'string' ? from[name] : '')
  const given = ['year', 'month', 'date'].some((name) => typeof from[name] === 'string')
  const pair = (name: Between) => ({ from: typedDay(read, `${name}.from.`), to: typedDay(read, `${name}.to.`) })
  return {
    given,
    asked: {
      received: given ? typedDay(read) : typedFrom(today as never),
      pairs: Object.fromEntries(between.map((name) => [name, pair(name)])) as Asked['pairs'],
      extended: {
        workingDays: read('extended.workingDays').normalize('NFKC').trim().slice(0, 4),
        on: typedDay(read, 'extended.'),
      },
    },
  }
}

/** GET /why: from a day of receipt, and what came between, to the due day, with every day of it. */
export const whyRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/why', async (request, reply) => {
    const { asked, given } = askedOf(request, counter.today())
    const calendar = await counter.cabinet.calendar()
    const stage = { organ: anOrgan, settings: defaultSettings, calendar }
    const reckoned = given ? await reckon(asked, stage) : { faults: [], clock: null }
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
