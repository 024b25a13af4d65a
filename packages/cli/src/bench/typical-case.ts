import { type CommandName, handle, memoryStore, usualRole } from '@zhiqing/casework'
import { calendarOf, type Day, defaultSettings, notices, type Organ } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'

const organ: Organ = {
  ...{ name: '测速县局', type: 'countyDepartment', prefix: '测', code: 'T000', department: '办公室' },
  ...{ address: '', postcode: '000000', telephone: '', hours: '', government: '测速县人民政府' },
  ...{ higherGovernment: '测速市人民政府', higherDepartment: '测速市局', reconsiderationOrgan: null },
  ...{ court: null, reviewOnlineUrl: 'https://xzfy.example', portalUrl: null, channels: {} },
}

const acts: readonly (readonly [on: string, name: CommandName, input: object])[] = [
  [
    '2025-03-03',
    'receiveRequest',
    { channel: 'inPerson', applicant: { kind: 'natural', name: '测速' }, information: { description: '测速' } },
  ],
  ['2025-03-03', 'registerRequest', {}],
  ['2025-03-05', 'recordSearch', { systems: ['档案'], keywords: ['测速'], people: ['甲'], found: true }],
  ['2025-03-10', 'decide', { outcome: 'G2', items: ['测速'], route: '邮寄' }],
  ['2025-03-11', 'submitDraft', {}],
  ['2025-03-12', 'approveDraft', { secrecyReviewedOn: '2025-03-12' }],
  ['2025-03-13', 'signReply', {}],
  ['2025-03-14', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }],
]

/** A case that was answered, as it is kept: the width of a row is measured with it. Without anybody's words. */
export const typicalCase = async (): Promise<object> => {
  const store = memoryStore({
    organ,
    settings: { ...defaultSettings, riskChecks: 'warn' },
    calendar: calendarOf({ notices, project: projectYear }),
  })
  let caseId: string | undefined
  for (const [on, command, input] of acts) {
    const actor = { role: usualRole(command, input), person: command }
    const answer = await handle(store, { organ: organ.code, caseId, command, input, on: on as Day, actor })
    if (!answer.ok) throw new Error(`typical case: ${JSON.stringify(answer)}`)
    caseId ??= answer.id
  }
  const { applicant, information, decision, draft, approval, ...rest } =
    store.read(caseId ?? '')?.current ?? ({} as never)
  return rest
}
