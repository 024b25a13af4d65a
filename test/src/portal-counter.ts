import { buildApi } from '@zhiqing/api'
import { type CommandName, handle, parseCommand } from '@zhiqing/casework'
import type { Cabinet } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import { type PortalServices, portal } from '@zhiqing/portal'
import t from 'tap'
import { paperCabinet, qinghe } from './paper-cabinet.js'

/** The code of every case on paper. */
export const queryCode = '0000000000000'

const press = openPress()
t.teardown(() => press.close())

/** Numbers are looked up as the real cabinet does it; ten wrong codes and the address has to wait. */
const withLookUp = (cabinet: Cabinet): Cabinet => {
  const wrong = new Map<string, number>()
  return {
    ...cabinet,
    lookUp: async ({ number, code, address }) => {
      if ((wrong.get(address) ?? 0) >= 10) return 'tooMany'
      const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 1000 })
      const found = cases.find(({ current }) => current.number === number.toUpperCase())
      if (found && code.replace(/[\s-]/g, '') === queryCode) return found
      wrong.set(address, (wrong.get(address) ?? 0) + 1)
      return 'no'
    },
  }
}

export type PortalOptions = Partial<Omit<PortalServices, 'log'>> & { readonly change?: (cabinet: Cabinet) => Cabinet }

/** The pages on the app they stand on in the service, with cases on paper; a Monday in March 2025. */
export const openPortal = async ({ change = (same) => same, ...options }: PortalOptions = {}) => {
  const office = { today: '2025-03-03' as Day, now: new Date('2025-03-03T02:00:00Z') }
  const lines: { event: string; id?: unknown }[] = []
  const log = { info: () => {}, error: (event: string, more: object = {}) => void lines.push({ event, ...more }) }
  const paper = paperCabinet()
  const cabinet: Cabinet = { ...change(withLookUp(paper)), as: () => cabinet }
  const services = { cabinet, press, today: () => office.today, now: () => office.now, log, ...options }
  const app = buildApi(services)
  app.register(portal(services))
  t.teardown(() => app.close())
  await app.ready()
  /** Something the staff do on a day. */
  const staff = async (caseId: string, on: string, command: CommandName, role: Role, fields: object = {}) => {
    const parsed = parseCommand(command, fields)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    const answer = await handle(cabinet.store, {
      organ: qinghe.code,
      caseId,
      command,
      input: parsed.input,
      on: on as Day,
      actor: { role, person: role },
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  const cases = async () => (await cabinet.listCases({ organ: qinghe.code, limit: 1000 })).cases
  return { app, paper, cabinet, office, lines, staff, cases }
}

export type Portal = Awaited<ReturnType<typeof openPortal>>

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** What escaped HTML says. */
export const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] as string)

/** The fields that a page's forms would send, as far as they have a value of their own. */
export const fieldsOf = (html: string): Record<string, string> => {
  const attribute = (tag: string, name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const inputs = [...html.matchAll(/<input [^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/radio|checkbox|"file"/.test(tag))
  const chosen = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag).filter((tag) => / checked/.test(tag))
  const lists = [...html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/g)].flatMap(([, name, options]) => {
    const chosen = /<option [^>]*selected[^>]*>/.exec(options as string)?.[0]
    return chosen ? [[name as string, attribute(chosen, 'value')]] : []
  })
  const boxes = [...html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g)]
  return Object.fromEntries([
    ...[...inputs, ...chosen].map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...lists,
    ...boxes.map(([, name, text]) => [name as string, unescaped(text as string)]),
  ])
}

/** The words of a page, without its marks. */
export const wordsOf = (html: string): string =>
  unescaped(html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

/** A browser without scripts: it keeps cookies and says where it comes from. */
export const browser = ({ app }: Portal, remoteAddress = '203.0.113.7') => {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>, more: object = {}) => {
    const headers = {
      host: 'gongkai.example.gov.cn',
      accept: 'text/html',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } : {}),
      ...more,
    }
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    return answer
  }
  return {
    cookies,
    get: (url: string, more: object = {}) => ask('GET', url, undefined, more),
    post: (url: string, form: Record<string, string> = {}, more: object = {}) => ask('POST', url, form, more),
  }
}

/** A whole application, as one person fills it in. */
export const filledIn: Readonly<Record<string, string>> = {
  'applicant.kind': 'natural',
  'applicant.name': '张三丰',
  'applicant.idType': '居民身份证',
  'applicant.idNumber': '11010519491231002X',
  'applicant.phone': '13800138000',
  'applicant.address': '青禾县青禾镇和平街8号',
  'information.description': '青禾镇2023年第5批次建设用地的征地补偿标准\n以及公告的日期',
  'information.title': '征地补偿安置方案',
  'information.period': '2023年1月至2023年12月',
  'form.medium': 'paper',
  'form.method': 'mail',
}

/** The pages of the form and what each asks. */
const pagesOf: Readonly<Record<string, RegExp>> = {
  who: /^(applicant\.kind|agency)$/,
  name: /^applicant\.(name|idType|idNumber|agent)$/,
  contact: /^applicant\.(phone|email|address)$/,
  what: /^information\./,
  how: /^form\./,
}

export type Visitor = ReturnType<typeof browser>

const without = (fields: Record<string, string>, names: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.test(name)))

/** Fills in page after page as a browser does, each with what already stands on it; resolves to the last answer. */
export const fillIn = async (visitor: Visitor, form: Readonly<Record<string, string>> = filledIn, organ = 'QHZR') => {
  const answers = []
  for (const [page, names] of Object.entries(pagesOf)) {
    const shown = without(fieldsOf((await visitor.get(`/apply/${organ}/${page}`)).body), names)
    const own = Object.fromEntries(Object.entries(form).filter(([name]) => names.test(name)))
    answers.push(await visitor.post(`/apply/${organ}/${page}`, { ...shown, ...own }))
  }
  return answers
}

/** The page to check, with everything filled in. */
export const checked = async (visitor: Visitor, form: Readonly<Record<string, string>> = filledIn) => {
  await fillIn(visitor, form)
  return visitor.get('/apply/QHZR/check')
}

/** Fills in, checks and submits; resolves to the visitor, the case's number and the receipt page. */
export const applied = async (portal: Portal, form: Readonly<Record<string, string>> = filledIn) => {
  const visitor = browser(portal)
  const check = await checked(visitor, form)
  const sent = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  const receipt = await visitor.get(String(sent.headers.location))
  const kept = (await portal.cases()).at(-1)
  if (!kept) throw new Error(sent.body)
  return { visitor, check, sent, receipt, id: kept.id, number: String(kept.current.number) }
}
