import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { isKiosk } from '../kiosk/kiosk.js'
import { sendPage } from '../look/send-page.js'
import { StartPage } from './start-page.js'

/** GET / */
export const startRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/', async (request, reply) => {
    const organs = await counter.cabinet.organs(counter.today())
    return sendPage(
      { request, reply, counter },
      {
        title: '申请公开政府信息',
        open: true,
        body: (
          <StartPage
            organs={organs}
            demo={counter.demo}
            kiosk={isKiosk(request)}
            account={counter.accounts.doorFor(request) !== undefined}
          />
        ),
      },
    )
  })
}
