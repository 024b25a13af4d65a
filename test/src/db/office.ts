import { type Answer, type CommandName, type Done, handle, usualRole } from '@zhiqing/casework'
import type { Cabinet, CabinetKeeper } from '@zhiqing/db'
import type { Day, Organ, Role } from '@zhiqing/law'

export const ORGAN = 'QHZR'
export const on = '2026-09-01' as Day

export const organRecord: Organ = {
  name: '青禾县自然资源局',
  type: 'countyDepartment',
  prefix: '青自然资',
  code: ORGAN,
  department: '办公室',
  address: '青禾县青禾镇人民路18号',
  postcode: '000000',
  telephone: '0999-6810018',
  hours: '工作日',
  government: '青禾县人民政府',
  higherGovernment: '清川市人民政府',
  higherDepartment: '清川市自然资源局',
  reconsiderationOrgan: null,
  court: '青禾县人民法院',
  reviewOnlineUrl: 'https://xzfy.qinghe.example',
  portalUrl: null,
  channels: { online: '2019-05-15' },
}

export const furnish = async (cabinet: CabinetKeeper): Promise<void> => {
  await cabinet.keepOrgan(ORGAN, organRecord)
  await cabinet.keepOrgan('QHJY', { ...organRecord, name: '青禾县教育局', prefix: '青教', code: 'QHJY' })
}

interface Order {
  readonly caseId?: string
  readonly input?: unknown
  readonly key?: string
  readonly body?: string
  readonly organ?: string
  readonly day?: string
  readonly person?: string
  readonly sealing?: boolean
  readonly role?: Role
}

/** One command through the door of the service. */
export const command = (cabinet: Cabinet, name: CommandName, order: Order = {}): Promise<Answer> => {
  const {
    caseId,
    input = {},
    key,
    body = '',
    organ = ORGAN,
    day = on,
    person = 'li',
    sealing,
    role = usualRole(name, input),
  } = order
  return handle(cabinet.store, {
    organ,
    caseId,
    command: name,
    input,
    on: day as Day,
    sealing,
    actor: { role, person },
    key: key === undefined ? undefined : { value: key, person, body },
  })
}

/** The same, and it must be done. */
export const done = async (cabinet: Cabinet, name: CommandName, order: Order = {}): Promise<Done> => {
  const answer = await command(cabinet, name, order)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer
}

export const request = {
  channel: 'inPerson',
  applicant: { kind: 'natural', name: '陈䶮', phone: '13800000102', email: 'chenyan@example.com' },
  information: { description: '青禾镇2023年征地补偿标准' },
  form: { medium: 'electronic', method: 'email' },
} as const

export const receive = (cabinet: Cabinet, order: Order = {}): Promise<Done> =>
  done(cabinet, 'receiveRequest', { input: request, ...order })

/** A case that is registered and may be given from officer to officer. */
export const registered = async (cabinet: Cabinet): Promise<Done> => {
  const { id } = await receive(cabinet)
  return done(cabinet, 'registerRequest', { caseId: id })
}

const searchInput = { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true }

/** A whole life, up to the archive; `short` of it, up to the reply. */
export const archived = async (cabinet: Cabinet, { short = false } = {}): Promise<Done> => {
  const { id: caseId } = await registered(cabinet)
  await done(cabinet, 'assignOfficer', { caseId, input: { officer: 'wang' } })
  await done(cabinet, 'recordSearch', { caseId, input: searchInput })
  await done(cabinet, 'decide', { caseId, input: { outcome: 'G2', items: ['标准'], route: '电子邮件' } })
  await done(cabinet, 'submitDraft', { caseId, person: 'wang' })
  await done(cabinet, 'approveDraft', { caseId, input: { secrecyReviewedOn: on }, person: 'qian' })
  await done(cabinet, 'signReply', { caseId, person: 'sun' })
  const sent = await done(cabinet, 'dispatchReply', { caseId, input: { method: 'electronic' } })
  if (short) return sent
  return done(cabinet, 'archiveCase', { caseId })
}

export const findings = async (cabinet: CabinetKeeper) => {
  const found: { code: string; caseId: string | null; version: number | null; zh: string }[] = []
  for await (const one of cabinet.verify()) found.push(one)
  return found
}
