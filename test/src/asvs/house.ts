import { createHash, scryptSync } from 'node:crypto'
import { buildApi, type readDesk, type SignOnSettings, serveDesk } from '@zhiqing/api'
import type { CabinetKeeper, CabinetOptions } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { type Press, wordsOf } from '@zhiqing/letters'
import { portal } from '@zhiqing/portal'
import type { TestDatabase, TestServer } from '../database.js'
import { furnish, ORGAN, organRecord } from '../db/office.js'

export const PASSWORD = '青禾-Gate-4711-Kranich'
/** Hashing is slow by design, and the cost stands in the hash: these tests knock often, so theirs is a cheap one. */
const salt = Buffer.alloc(16, 9)
const cheap = scryptSync(PASSWORD.normalize('NFKC'), salt, 32, { N: 1024, r: 8, p: 1 })
const passwordHash = ['scrypt', 1024, 8, 1, salt.toString('base64'), cheap.toString('base64')].join('$')

/** A line of the operators' log. */
export interface Line {
  readonly event: string
  readonly more: Readonly<Record<string, unknown>> | undefined
}

/** Nothing is printed in these tests: a letter that reaches the press is one byte. */
const nothing = () => Promise.reject(new Error('only letters are printed here'))
const noPress = {
  print: async () => ({
    pdf: new Uint8Array([37]),
    pages: 1,
    sha256: createHash('sha256').update('%').digest('hex'),
    template: { id: '', version: '', sha256: '' },
  }),
  ...{ edit: nothing, printLabels: nothing, printSheets: nothing },
  missingCharacters: async () => [],
  words: wordsOf(),
}

/** The counters over a real database, under a clock that stands still until it is moved. */
export const openHouse = async (
  server: TestServer,
  more: Partial<CabinetOptions> & {
    readonly secureCookies?: boolean
    readonly trustedProxies?: string[]
    readonly signOn?: SignOnSettings
    readonly press?: Press
    /** The pages of the staff, built. */
    readonly desk?: ReturnType<typeof readDesk>
  } = {},
) => {
  const db: TestDatabase = await server.database()
  const { secureCookies, trustedProxies, signOn, press = noPress, desk, ...options } = more
  const cabinet: CabinetKeeper = await db.open(options)
  await furnish(cabinet)
  await cabinet.keepOrgan('QHZF', { ...organRecord, code: 'QHZF', prefix: '青政', name: '青禾县人民政府' })
  await cabinet.keepOrgan(ORGAN, organRecord, { supervisedBy: 'QHZF' })
  const clock = { now: new Date('2026-09-01T01:00:00Z') }
  const lines: Line[] = []
  const log = {
    info: (event: string, rest?: object) => void lines.push({ event, more: rest as Line['more'] }),
    error: (event: string, rest?: object) => void lines.push({ event, more: rest as Line['more'] }),
  }
  const today = () => new Date(clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as Day
  const services = { cabinet, press, today, now: () => clock.now, log, secureCookies, trustedProxies, signOn }
  const app = buildApi(services)
  if (desk) await app.register(serveDesk(desk))
  await app.register(portal(services))
  await app.ready()
  const staff = (name: string, roles: readonly Role[], organ: string | null = ORGAN) =>
    cabinet.keepPerson({ organ, name, displayName: name, roles, passwordHash })
  const knock = (payload: object, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'POST', url: '/api/v1/sessions', payload, headers, remoteAddress })
  /** Signed in, as headers; the name and the password are right. */
  const bearer = async (name: string): Promise<{ authorization: string }> => {
    const answer = await knock({ name, password: PASSWORD })
    if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`)
    return { authorization: `Bearer ${answer.json().token}` }
  }
  const call = (
    headers: Record<string, string>,
    method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH',
    url: string,
    payload?: object | string,
  ) => app.inject({ method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) })
  /** The cookie of an applicant at one case, by its number and code. */
  const visit = async (id: string): Promise<string> => {
    const kept = await cabinet.findCase(ORGAN, id)
    const letter = kept?.current.letters.find((one) => one.letter === 'L03')
    const code = (await cabinet.letter(ORGAN, id, letter?.n ?? 1))?.fields.查询码
    const payload = new URLSearchParams({ number: kept?.current.number ?? '', code: String(code) }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const opened = await app.inject({ method: 'POST', url: '/lookup', headers, payload })
    return `zhiqing-case=${opened.cookies.find(({ name }) => name === 'zhiqing-case')?.value}`
  }
  const close = async () => {
    await app.close()
    await cabinet.close()
    await db.close()
  }
  const pass = (minutes: number): void => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000)
  }
  return { app, db, cabinet, services, clock, lines, staff, knock, bearer, call, visit, pass, close }
}

export type House = Awaited<ReturnType<typeof openHouse>>
