import { mailingSheet, type Parcel, parcelsOf, senderOf } from '@zhiqing/casework'
import type { KeptCase, Person } from '@zhiqing/db'
import { type Fields, labelsOn } from '@zhiqing/letters'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { identityOf } from '../identity/identity.js'
import { readings } from '../identity/reading.js'
import { invalid } from '../problem/answers.js'
import { type Problem, problem, send } from '../problem/problem.js'
import { type MailingBody, mailingBody } from '../schemas/mailing.js'
import { problems } from '../schemas/problem.js'
import type { Services } from '../services.js'
import { caseById } from './case-of.js'
import { attachment } from './file-name.js'

const schema = {
  tags: ['案件'],
  summary: '邮寄标签、邮政特快专递邮寄单',
  description:
    '把选定的文书的收件人印成一张张标签（labels：收件人、地址、邮编，本机关为寄件人，不写文书和案件），或者每件一页的邮寄单（ems：另写内件品名、受理编号，留出邮件号码的位置）。一次可以选几个案件的几份文书。不编号、不存档、不入台账；谁印的、印了哪些案件记入日志。',
  body: mailingBody,
  response: {
    200: { description: 'PDF 文件', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problems(400, 401, 403, 404, 413, 415, 422, 503),
  },
}

const notYours = (number: string): Problem =>
  problem(
    'forbidden',
    403,
    '不在您的职责之内',
    `${number}由别人经办；${readings.mailing.zh}写有收件人的姓名和地址，由登记人员或者本案经办人打印`,
  )

/** An officer prints those of his own cases (rulebook R81). */
const isHis = ({ displayName, name }: Person, { current }: KeptCase): boolean =>
  current.officer !== null && [displayName, name].includes(current.officer)

/** The cases of an order, in its order; the first that this person may not have is the answer. */
const casesOf = async (
  person: Person,
  { letters }: MailingBody,
  services: Services,
): Promise<{ readonly all: readonly KeptCase[] } | { readonly problem: Problem }> => {
  const known = new Map<string, KeptCase>()
  for (const { case: id } of letters) {
    if (known.has(id)) continue
    const seen = await caseById(person, id, services, 'mailing')
    if ('problem' in seen) return seen
    if (!seen.person.roles.includes('registrar') && !isHis(seen.person, seen.kept))
      return { problem: notYours(seen.kept.current.number ?? '本案') }
    known.set(id, seen.kept)
  }
  return { all: letters.flatMap(({ case: id }) => known.get(id) ?? []) }
}

/** Every envelope of the order, or everything that is wrong with it at once. */
const gather = (all: readonly KeptCase[], { letters }: MailingBody, nameOf: (code: string) => string) => {
  const each = letters.map((ask, i) => ({ i, kept: all[i] as KeptCase, ask }))
  const found = each.map(({ i, kept, ask }) => ({ i, ...parcelsOf(kept.current, ask, nameOf) }))
  return {
    parcels: found.flatMap(({ parcels }) => parcels),
    faults: found.flatMap(({ i, faults }) => faults.map((zh) => ({ path: `letters.${i}`, zh }))),
  }
}

const print = async (
  parcels: readonly Parcel[],
  { paper, sheet = '2x4', skip = 0 }: MailingBody,
  organ: string,
  { cabinet, press, today }: Services,
) => {
  const on = today()
  const office = await cabinet.organ(organ, on)
  if (!office) throw new Error(`no organ ${organ}`)
  if (paper === 'labels') return press.printLabels({ sender: senderOf(office.organ), labels: parcels, sheet, skip }, on)
  return press.printSheets({ code: 'E01', all: parcels.map((one) => mailingSheet(one, office.organ) as Fields) }, on)
}

/** POST /mailings: addresses that the case does not know come in the body, and must not stand in an address line. */
export const mailings = (app: FastifyInstance, services: Services): void => {
  app.post('/mailings', { schema }, async (request, reply) => {
    const { person } = identityOf(request)
    const body = request.body as MailingBody
    const seen = await casesOf(person, body, services)
    if ('problem' in seen) return send(reply, seen.problem)
    const { parcels, faults } = gather(seen.all, body, services.press.words.name)
    const last = labelsOn(body.sheet ?? '2x4') - 1
    const skipped = (body.skip ?? 0) > last ? [{ path: 'skip', zh: `这种标签纸最多空${last}格` }] : []
    if (faults.length + skipped.length > 0) return send(reply, invalid([...faults, ...skipped]))
    const organ = (seen.all[0] as KeptCase).organ
    const { pdf, pages } = await print(parcels, body, organ, services)
    const cases = [...new Set(seen.all.map(({ id }) => id))]
    services.log.info('mailing', { paper: body.paper, person: person.id, cases, parcels: parcels.length, pages })
    const name = body.paper === 'labels' ? '邮寄标签' : '邮寄单'
    return reply
      .type('application/pdf')
      .header('content-disposition', attachment(`${body.paper}.pdf`, `${name}-${services.today()}.pdf`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
}
