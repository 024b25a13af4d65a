import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody of the demo's staff at the public interface. */
export interface Caller {
  /** Of the session. */
  readonly token: string
  get<Answer = unknown>(path: string): Promise<Answer>
  post<Answer = unknown>(path: string, body: object): Promise<Answer>
}

/** A desk begins where somebody is signed in; `name` is a sign-in name of the demo. */
export const callerOf = async (address: string, dataDir: string, name: string): Promise<Caller> => {
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8')) as { password: string }
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${address}/api/v1${path}`, init)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Answer
  }
  const json = { 'content-type': 'application/json' }
  const signIn = { method: 'POST', headers: json, body: JSON.stringify({ name, password }) }
  const { token } = await ask<{ token: string }>('/sessions', signIn)
  const authorization = `Bearer ${token}`
  let sent = 0
  return {
    token,
    get: (path) => ask(path, { headers: { authorization } }),
    post: (path, body) => {
      const headers = { ...json, authorization, 'idempotency-key': `bench-desk-${name}-${++sent}` }
      return ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    },
  }
}
