import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { readCookie, setCookie } from '../http/cookies.js'
import { type FormValues, formOf, trimmed } from '../http/form-body.js'

const cookie = 'zhiqing-text'
const year = 365 * 24 * 60 * 60

/** What a form says about the size of type; undefined when it says nothing. */
const chosenIn = (form: FormValues): string | undefined => (form.has('size') ? trimmed(form, 'size') : undefined)

/** Did this visitor ask for the large type, just now or before? */
export const wantsLargeText = (request: FastifyRequest): boolean =>
  (chosenIn(formOf(request)) ?? readCookie(request, cookie)) === 'large'

/** Where the button leads: back to a page that can be fetched again, or through a form whose words must not be lost. */
export interface SizeWay {
  readonly back: string
  readonly form?: { readonly id: string; readonly action: string } | undefined
}

/** The Enter key presses a form's first button in the order of the page: this unseen one, not the one for the type. */
const DefaultButton = ({ form }: { form: string }) => (
  <button type="submit" className="unseen" form={form} tabIndex={-1} aria-hidden="true">
    下一步
  </button>
)

/** A button that makes all type larger, or ordinary again. */
export const TextSizeButton = ({ large, way: { back, form } }: { large: boolean; way: SizeWay }) => {
  const [value, words] = large ? ['ordinary', '普通字'] : ['large', '大字版']
  const button = (
    <button type="submit" className="quiet" name="size" value={value} form={form?.id} formAction={form?.action}>
      {words}
    </button>
  )
  if (form)
    return (
      <div className="text-size">
        <DefaultButton form={form.id} />
        {button}
      </div>
    )
  return (
    <form method="post" action="/text-size" className="text-size">
      <input type="hidden" name="back" value={back} />
      {button}
    </form>
  )
}

/** Whichever form the choice came with, it is kept for the next pages. */
export const keepTextSizes = (app: FastifyInstance, { secureCookies = false }: Counter): void => {
  app.addHook('preHandler', async (request, reply) => {
    const chosen = chosenIn(formOf(request))
    if (chosen === undefined) return
    const large = chosen === 'large'
    setCookie(reply, cookie, large ? 'large' : '', { maxAgeSeconds: large ? year : 0, secure: secureCookies })
  })
}

/** The page that a form stood on, from the address that answers it. */
export const pageOfForm = (url: string): string =>
  url.replace(/\?.*$/, '').replace(/\/(?:check|edit|submit|leave|text-size)$/, '') || '/'

/** A path of this site and nothing else: no other host can be smuggled in. */
const ownPath = (path: string): string => (/^\/(?![/\\])[\w/?=&.-]*$/.test(path) ? path : '/')

/** POST /text-size */
export const textSizeRoute = (app: FastifyInstance): void => {
  app.post('/text-size', (request, reply) => reply.redirect(ownPath(trimmed(formOf(request), 'back')), 303))
}
