import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { readCookie, setCookie } from '../http/cookies.js'
import { type FormValues, formOf, trimmed } from '../http/form-body.js'

/** What a visitor may choose of how pages look: the field of the form, its cookie, and the word that switches it on. */
const looks = {
  size: { cookie: 'zhiqing-text', on: 'large', words: ['大字版', '普通字'] },
  contrast: { cookie: 'zhiqing-contrast', on: 'high', words: ['高对比', '普通色'] },
} as const
type Look = keyof typeof looks
const names = Object.keys(looks) as Look[]

const year = 365 * 24 * 60 * 60

/** What a form says of a look; undefined when it says nothing. */
const chosenIn = (form: FormValues, look: Look): string | undefined =>
  form.has(look) ? trimmed(form, look) : undefined

/** The form came with a button for the look: nothing else is to be done with it. */
export const asksForLook = (form: FormValues): boolean => names.some((name) => form.has(name))

const wants = (request: FastifyRequest, look: Look): boolean =>
  (chosenIn(formOf(request), look) ?? readCookie(request, looks[look].cookie)) === looks[look].on

export interface Looks {
  readonly large: boolean
  readonly contrast: boolean
}

/** What this visitor asked for, just now or before. */
export const looksOf = (request: FastifyRequest): Looks => ({
  large: wants(request, 'size'),
  contrast: wants(request, 'contrast'),
})

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

const Buttons = ({ now, form }: { now: Looks; form: SizeWay['form'] }) =>
  names.map((name) => {
    const on = name === 'size' ? now.large : now.contrast
    const { on: value, words } = looks[name]
    return (
      <button
        key={name}
        type="submit"
        className="quiet"
        name={name}
        value={on ? 'ordinary' : value}
        form={form?.id}
        formAction={form?.action}
        formEncType={form ? 'application/x-www-form-urlencoded' : undefined}
      >
        {words[on ? 1 : 0]}
      </button>
    )
  })

/** Buttons that make all type larger and all colours plainer, or ordinary again. */
export const LookButtons = ({ now, way: { back, form } }: { now: Looks; way: SizeWay }) =>
  form ? (
    <div className="text-size">
      <DefaultButton form={form.id} />
      <Buttons now={now} form={form} />
    </div>
  ) : (
    <form method="post" action="/text-size" className="text-size">
      <input type="hidden" name="back" value={back} />
      <Buttons now={now} form={undefined} />
    </form>
  )

const put = (reply: FastifyReply, look: Look, on: boolean, { secureCookies = false }: Counter): void =>
  setCookie(reply, looks[look].cookie, on ? looks[look].on : '', {
    maxAgeSeconds: on ? year : 0,
    secure: secureCookies,
  })

/** Whichever form the choice came with, it is kept for the next pages. */
export const keepLooks = (app: FastifyInstance, counter: Counter): void => {
  app.addHook('preHandler', async (request, reply) => {
    for (const name of names) {
      const chosen = chosenIn(formOf(request), name)
      if (chosen !== undefined) put(reply, name, chosen === looks[name].on, counter)
    }
  })
}

/** As if nobody had chosen. */
export const forgetLooks = (reply: FastifyReply, counter: Counter): void => {
  for (const name of names) put(reply, name, false, counter)
}

/** The page that a form stood on, from the address that answers it. */
export const pageOfForm = (url: string): string =>
  url.replace(/\?.*$/, '').replace(/\/(?:check|submit|anew|leave|later|drop|add|open|text-size)$/, '') || '/'

/** A path of this site and nothing else: no other host can be smuggled in. */
const ownPath = (path: string): string => (/^\/(?![/\\])[\w/?=&.-]*$/.test(path) ? path : '/')

/** POST /text-size */
export const textSizeRoute = (app: FastifyInstance): void => {
  app.post('/text-size', (request, reply) => reply.redirect(ownPath(trimmed(formOf(request), 'back')), 303))
}
