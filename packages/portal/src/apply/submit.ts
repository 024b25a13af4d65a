import { createHash } from 'node:crypto'
import { type Answer, type Attachment, handle, parseCommand } from '@zhiqing/casework'
import type { Counter } from '../counter.js'
import type { Draft, FiledCase, OpenDraft } from '../draft/draft.js'
import { type Application, newApplication, toInput } from './application.js'
import { thingsIn } from './several.js'
import { stepFields } from './steps/steps.js'

/** The requests that a draft becomes: one, or one for each thing. */
export const applicationsOf = ({ application, split }: Pick<Draft, 'application' | 'split'>): Application[] =>
  split === 'yes'
    ? thingsIn(application['information.description']).map((one) => ({
        ...application,
        'information.description': one,
      }))
    : [application]

interface Filing {
  readonly organ: string
  readonly application: Application
  readonly files: readonly Attachment[]
  readonly once: string
}

/** Files one: the very command every other counter uses. The application has passed `faultsIn`. */
const file = ({ organ, application, files, once }: Filing, { cabinet, today }: Counter): Promise<Answer> => {
  const input = { ...toInput(application), ...(files.length > 0 ? { attachments: files } : {}) }
  const parsed = parseCommand('receiveRequest', input)
  if (!parsed.ok) throw new Error('filed without being checked')
  const marks = files.map(({ kind, name, sha256 }) => [kind, name, sha256])
  const body = createHash('sha256')
    .update(JSON.stringify([organ, toInput(application), marks]))
    .digest('hex')
  return handle(cabinet.store, {
    organ,
    command: 'receiveRequest',
    input: parsed.input,
    on: today(),
    actor: { role: 'applicant' },
    key: { value: once, person: 'portal', body },
  })
}

/** One file lies once in the basket, though a try that was broken off left a copy of it. */
const distinct = (files: readonly Attachment[]): Attachment[] =>
  files.filter((one, i) => files.findIndex(({ sha256, name }) => sha256 === one.sha256 && name === one.name) === i)

const filedCase = (answer: Extract<Answer, { ok: true }>): FiledCase => ({
  caseId: answer.id,
  number: answer.number,
  queryCode: answer.queryCode ?? null,
})

export type Submitted = { readonly ok: true; readonly filed: readonly FiledCase[] } | Exclude<Answer, { ok: true }>

/**
 * Files all requests of a draft. Each has its own key, so that a try broken off half-way goes on where it stood; copies
 * of the files go to the first ones and the files themselves to the last, so that none is lost on the way.
 */
export const fileDraft = async (organ: string, { code, draft }: OpenDraft, counter: Counter): Promise<Submitted> => {
  const { cabinet, now } = counter
  const all = applicationsOf(draft)
  const originals = distinct(await cabinet.uploads({ draft: code }, now()))
  const filed: FiledCase[] = []
  for (const [i, application] of all.entries()) {
    const last = i === all.length - 1
    const files = last || originals.length === 0 ? originals : await cabinet.copyUploads({ draft: code }, originals)
    const once = all.length === 1 ? draft.once : `${draft.once}-${i + 1}`
    const answer = await file({ organ, application, files, once }, counter)
    if (!answer.ok) return answer
    filed.push(filedCase(answer))
  }
  return { ok: true, filed }
}

/** What is left of a draft once it is filed: who asked, so that a second request need not ask again. */
export const afterFiling = (draft: Draft, filed: readonly FiledCase[], kiosk: boolean): Draft => {
  const kept = [...stepFields.who, ...stepFields.name, ...stepFields.contact]
  const who = Object.fromEntries(kept.map((name) => [name, draft.application[name]]))
  return { ...draft, application: { ...newApplication, ...(kiosk ? {} : who) }, split: '', saved: false, filed }
}
