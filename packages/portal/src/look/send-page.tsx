import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Counter } from '../counter.js'
import { isKiosk, usualTimes } from '../kiosk/kiosk.js'
import { Shell } from './shell.js'
import { looksOf, pageOfForm, type SizeWay } from './text-size.js'

/** One request at the counter. */
export interface At {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly counter: Counter
}

export interface PageOf {
  readonly title: string
  /** False when the body brings its own h1. */
  readonly heading?: false | undefined
  readonly status?: number | undefined
  readonly faulty?: boolean | undefined
  /** For everybody and without a word about anybody: may be found by search engines and kept by the browser. */
  readonly open?: boolean | undefined
  /** The page's form, so that changing the size of type loses no word typed into it. */
  readonly form?: SizeWay['form']
  /** Where changing the size of type leads on a page that was the answer to a form. */
  readonly back?: string | undefined
  readonly body: ReactNode
}

/**
 * What the browser may keep. A personal page that can be fetched again is never stored. The answer to a form cannot be
 * fetched again: unless the person's own browser keeps it, "back" ends at the browser's English error page and every
 * word is lost. So it is kept there and nowhere on the way; it holds what that person typed, and no word of a case.
 */
const keeping = (method: string, open: boolean): string => {
  if (open) return 'no-cache'
  return method === 'POST' ? 'private, no-cache' : 'no-store'
}

/** Sends a page. Unless it is open it is personal and never indexed. React escapes every word in it. */
export const sendPage = ({ request, reply, counter }: At, page: PageOf): FastifyReply => {
  const { title, heading, status = 200, faulty = false, open = false, form, back, body } = page
  const kiosk = isKiosk(request)
  const path = request.method === 'GET' ? request.url : undefined
  const html = renderToStaticMarkup(
    <Shell
      title={title}
      faulty={faulty}
      demo={counter.demo}
      looks={looksOf(request)}
      account={counter.accounts.doorFor(request) !== undefined}
      kiosk={kiosk ? (counter.kiosk ?? usualTimes) : undefined}
      path={path}
      sizeWay={{ back: back ?? path ?? pageOfForm(request.url), form }}
    >
      {heading === false ? null : <h1>{title}</h1>}
      {body}
    </Shell>,
  )
  if (!open) reply.header('x-robots-tag', 'noindex, nofollow')
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', kiosk ? 'no-store' : keeping(request.method, open))
    .send(`<!doctype html>${html}`)
}
