import { garbled, type Problem, unreachable } from './problem.ts'

const root = '/api/v1'

/** What came of asking: the answer with the case's version, or why not. */
export type Asked<Answer> =
  | { readonly ok: true; readonly answer: Answer; readonly version: number | undefined }
  | { readonly ok: false; readonly problem: Problem }

export interface Order {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const versionOf = (response: Response): number | undefined => {
  const text = /\d+/.exec(response.headers.get('etag') ?? '')?.[0]
  return text === undefined ? undefined : Number(text)
}

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    return (await response.json()) as Problem
  } catch {
    return garbled(response.status)
  }
}

/** Told whenever the interface says that nobody is signed in. */
let onSignedOut: () => void = () => {}
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

const send = (path: string, { method = 'GET', body, headers, signal }: Order): Promise<Response> =>
  fetch(root + path, {
    method,
    credentials: 'same-origin',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })

/** Asks the public interface; never throws but for an order that was called off. */
export const ask = async <Answer>(path: string, order: Order = {}): Promise<Asked<Answer>> => {
  try {
    const response = await send(path, order)
    if (!response.ok) {
      if (response.status === 401 && path !== '/sessions') onSignedOut()
      return { ok: false, problem: await problemOf(response) }
    }
    const answer = response.status === 204 ? undefined : await response.json()
    return { ok: true, answer: answer as Answer, version: versionOf(response) }
  } catch (error) {
    if (order.signal?.aborted) throw error
    return { ok: false, problem: unreachable }
  }
}

const fileOf = async (path: string, order: Order): Promise<Asked<Blob>> => {
  try {
    const response = await send(path, order)
    if (!response.ok) return { ok: false, problem: await problemOf(response) }
    return { ok: true, answer: await response.blob(), version: undefined }
  } catch {
    return { ok: false, problem: unreachable }
  }
}

/** A file of the interface, e.g. a letter; the browser's memory holds it until the address is given back. */
export const fetchFile = (path: string): Promise<Asked<Blob>> => fileOf(path, {})

/** A file that is made from what is sent. */
export const postForFile = (path: string, body: unknown): Promise<Asked<Blob>> => fileOf(path, { method: 'POST', body })

/** A form with a file in it, as the browser packs it. */
export const postForm = async <Answer>(path: string, form: FormData): Promise<Asked<Answer>> => {
  try {
    const response = await fetch(root + path, { method: 'POST', credentials: 'same-origin', body: form })
    if (!response.ok) return { ok: false, problem: await problemOf(response) }
    return { ok: true, answer: (await response.json()) as Answer, version: undefined }
  } catch {
    return { ok: false, problem: unreachable }
  }
}

/** A key under which one press of a button is done once, however often it is sent. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')
}
