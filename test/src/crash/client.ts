import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the client was told, or was not: its own list is the only judge of what was lost. */
export interface Sent {
  readonly key: string
  readonly path: string
  readonly body: object
  answer?: { readonly id: string; readonly version: number; readonly number: string | null } | undefined
  /** What the service said instead, if it refused. */
  refusal?: string
}

export interface Client {
  readonly sent: Sent[]
  readonly acknowledged: () => number
  /** Sends one command; leaves it without an answer when the connection breaks or the service refuses. */
  send(one: Sent): Promise<void>
  next(): Sent
  read(path: string): Promise<unknown>
  connect(address: string): Promise<void>
}

const signIn = async (address: string, dataDir: string): Promise<string> => {
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8')) as { password: string }
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'qhzr-registrar', password }),
  })
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { token: string }).token
}

const receive = (n: number): object => ({
  channel: 'inPerson',
  applicant: { kind: 'natural', name: `试${n}` },
  information: { description: `第${n}号试验申请` },
})

/** A client with a seeded choice of what comes next: new cases, and assignments in cases it knows. */
export const newClient = (dataDir: string, random: () => number): Client => {
  const sent: Sent[] = []
  const cases: string[] = []
  let address = ''
  let token = ''
  const headers = (): Record<string, string> => ({
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  })
  const next = (): Sent => {
    const n = sent.length + 1
    const id = cases[Math.floor(random() * cases.length)]
    const known = id !== undefined && random() < 0.6
    const path = known ? `/api/v1/cases/${id}/commands/assignOfficer` : '/api/v1/cases'
    const one: Sent = { key: `crash-key-${n}`, path, body: known ? { officer: `经办${n}` } : receive(n) }
    sent.push(one)
    return one
  }
  const register = async (id: string, n: number): Promise<void> => {
    const one: Sent = { key: `crash-register-${n}`, path: `/api/v1/cases/${id}/commands/registerRequest`, body: {} }
    sent.push(one)
    await send(one)
  }
  const send = async (one: Sent): Promise<void> => {
    const response = await fetch(`${address}${one.path}`, {
      method: 'POST',
      headers: { ...headers(), 'idempotency-key': one.key },
      body: JSON.stringify(one.body),
    }).catch(() => undefined)
    const answer = response?.ok ? await (response.json() as Promise<Sent['answer']>).catch(() => undefined) : undefined
    if (response && !response.ok) one.refusal = `${response.status} ${await response.text().catch(() => '')}`
    if (!answer) return
    const first = one.answer === undefined
    one.answer = answer
    if (first && one.path === '/api/v1/cases') await register(answer.id, sent.length)
    if (one.path.endsWith('registerRequest')) cases.push(answer.id)
  }
  return {
    sent,
    acknowledged: () => sent.filter(({ answer }) => answer).length,
    send,
    next,
    read: async (path) => (await fetch(`${address}${path}`, { headers: headers() })).json(),
    connect: async (to) => {
      address = to
      token = await signIn(to, dataDir)
    },
  }
}
