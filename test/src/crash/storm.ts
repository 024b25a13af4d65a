import { newClient, type Sent } from './client.js'
import type { Instance } from './instance.js'

/** What a storm came to, told by the client's own list. */
export interface Storm {
  readonly acknowledged: number
  readonly kills: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Sent again after the last start and still not answered. */
  readonly unanswered: readonly string[]
}

export interface StormPlan {
  readonly instance: Instance
  /** One entry a kill. */
  readonly kills: readonly ('service' | 'everything')[]
  /** Acknowledgements between one kill and the next, about. */
  readonly between: number
  readonly seed: number
  /** Ends early as soon as something was lost. */
  readonly untilLost?: boolean
}

/** A small seeded generator (mulberry32): the same seed, the same storm. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const clients = 6

interface LedgerRow {
  readonly version: number
  readonly fact: { readonly type: string; readonly officer?: string }
}

/** Compares every acknowledgement with the ledgers: each is there once, with the version that was told. */
const judge = async (sent: readonly Sent[], read: (path: string) => Promise<unknown>) => {
  const lost: string[] = []
  const doubled: string[] = []
  const told = sent.filter(({ answer }) => answer)
  const ledgers = new Map<string, readonly LedgerRow[]>()
  for (const id of new Set(told.map(({ answer }) => answer?.id ?? ''))) {
    const answer = (await read(`/api/v1/cases/${id}/facts`)) as { facts?: readonly LedgerRow[] }
    ledgers.set(id, answer.facts ?? [])
  }
  for (const { key, answer, path, body } of told) {
    const rows = ledgers.get(answer?.id ?? '') ?? []
    if (!rows.some(({ version }) => version === answer?.version)) lost.push(key)
    if (!path.endsWith('assignOfficer')) continue
    const same = rows.filter(
      ({ fact }) => fact.type === 'OfficerAssigned' && fact.officer === (body as { officer: string }).officer,
    )
    if (same.length === 0) lost.push(key)
    if (same.length > 1) doubled.push(key)
  }
  const received = told.filter(({ path }) => path === '/api/v1/cases').map(({ answer }) => answer?.number)
  if (new Set(received).size !== received.length) doubled.push('two requests were told one number')
  return { lost: [...new Set(lost)], doubled }
}

/** Kills the service again and again while clients send, and asks at the end what became of what it had acknowledged. */
export const storm = async ({ instance, kills, between, seed, untilLost = false }: StormPlan): Promise<Storm> => {
  const random = seeded(seed)
  const client = newClient(instance.dataDir, random)
  let done = 0
  let found: Awaited<ReturnType<typeof judge>> = { lost: [], doubled: [] }
  const resend = async (): Promise<void> => {
    for (const one of client.sent.filter(({ answer }) => !answer)) await client.send(one)
  }
  await instance.start()
  await instance.stop()
  for (const what of kills) {
    await client.connect(await instance.start())
    await resend()
    const target = client.acknowledged() + between + Math.floor(random() * 10)
    let raining = true
    const rain = Array.from({ length: clients }, async () => {
      while (raining) {
        await client.send(client.next())
        if (client.acknowledged() >= target) raining = false
      }
    })
    await Promise.race(rain)
    await (what === 'service' ? instance.killService() : instance.killEverything())
    await Promise.all(rain)
    done += 1
    if (untilLost) {
      await client.connect(await instance.start())
      found = await judge(client.sent, client.read)
      await instance.killService()
      if (found.lost.length > 0) break
    }
  }
  await client.connect(await instance.start())
  if (!untilLost) {
    await resend()
    found = await judge(client.sent, client.read)
  }
  const unanswered = client.sent.filter(({ answer }) => !answer).map(({ key, refusal = '' }) => `${key} ${refusal}`)
  return { acknowledged: client.acknowledged(), kills: done, unanswered, ...found }
}
