import { type NoSeal, noSeal, type SealAnswer } from './seal-port.js'

/** Where the seal server is, and how we show who we are. */
export interface SealServer {
  /** Without a slash at its end. */
  readonly url: string
  readonly token?: string | undefined
  /** Milliseconds for one whole exchange. */
  readonly timeout: number
}

/** One request of the contract. `key` makes a repeat the same request. */
export interface Exchange {
  readonly path: string
  readonly body?: object | undefined
  readonly key?: string | undefined
}

/** A picture of a seal at 600 dots an inch is some 200 kB. */
const mostBytes = 4 * 1024 * 1024
const mostWords = 200

/** Statuses that say no to this very letter; every other failure may be over in a minute. */
const refusals = [400, 403, 404, 409, 413, 422]

const requestOf = ({ url, token, timeout }: SealServer, { path, body, key }: Exchange): [string, RequestInit] => [
  `${url}${path}`,
  {
    method: body ? 'POST' : 'GET',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      accept: 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  },
]

/** The body as text; null for one that is longer than any answer may be. */
const textOf = async ({ body }: Response): Promise<string | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the server says of its no, on one line. */
const detailOf = (json: unknown): string => {
  const { detail, title } = (json ?? {}) as { detail?: unknown; title?: unknown }
  const words = [detail, title].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof words === 'string' ? words.replace(/\s+/g, ' ').trim().slice(0, mostWords) : '没有说明原因'
}

const away = (error: unknown): NoSeal => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  if (name === 'TimeoutError') return noSeal('印章服务器在规定的时间内没有回答')
  return noSeal(`印章服务器连接不上（${cause?.code ?? name ?? 'unknown'}）`)
}

/** One request and its answer as JSON. Never waits longer than the server's time; never throws for what it may say. */
export const exchange = async (server: SealServer, asked: Exchange): Promise<SealAnswer<unknown>> => {
  try {
    const answer = await fetch(...requestOf(server, asked))
    const text = await textOf(answer)
    if (text === null) return noSeal('印章服务器的回答过长')
    const json = jsonOf(text)
    if (!answer.ok) {
      const words = `印章服务器答复 ${answer.status}：${detailOf(json)}`
      return noSeal(words, refusals.includes(answer.status))
    }
    return json === undefined ? noSeal('印章服务器的回答不是 JSON') : { ok: true, value: json }
  } catch (error) {
    return away(error)
  }
}
