import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Counter } from '../counter.js'
import { type At, sendPage } from '../look/send-page.js'

/** There is no such page, or none for this visitor: told alike. */
export const sendNotFound = (at: At): FastifyReply =>
  sendPage(at, {
    title: '没有找到这个页面',
    status: 404,
    body: (
      <>
        <p>网址可能写错了，也可能页面已经不在了。</p>
        <ul>
          <li>
            想提交申请，请回到<a href="/">首页</a>。
          </li>
          <li>
            想知道办到哪一步，请<a href="/lookup">查询进度</a>。
          </li>
        </ul>
      </>
    ),
  })

const forPrograms = /^\/(api|health)(\/|$)/

/** What nobody else answers. Programs are told by the app's own handler. */
export const notFoundRoute = (app: FastifyInstance, counter: Counter): void => {
  app.get('/*', (request, reply) => {
    const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')
    if (!wantsPage || forPrograms.test(request.url)) return reply.callNotFound()
    return sendNotFound({ request, reply, counter })
  })
}
