import { siteOf } from '@zhiqing/api'
import type { FastifyInstance } from 'fastify'
import type { Counter } from '../counter.js'
import { sendPage } from '../look/send-page.js'

const reads = new Set(['GET', 'HEAD'])

/** A form that another site lets a browser send is not answered; reading is free. */
export const refuseOtherSites = (app: FastifyInstance, counter: Counter): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (reads.has(request.method) || siteOf(request) !== 'other') return
    return sendPage(
      { request, reply, counter },
      {
        title: '请从本网站的页面提交',
        status: 403,
        body: (
          <>
            <p>这次提交不是从本网站的页面发出的，我们没有保存任何内容。</p>
            <p>
              请回到<a href="/">首页</a>，重新打开页面再试一次。
            </p>
          </>
        ),
      },
    )
  })
}
