import { createHash, randomUUID } from 'node:crypto'
import { type Attachment, type Fact, type FactOf, handle, memoryStore, replay, type Store } from '@zhiqing/casework'
import type { Basket, Cabinet, CabinetKeeper, Job, KeptCase, KeptDraft, KeptLetter, Person, Printed } from '@zhiqing/db'
import {
  calendarOf,
  type Day,
  defaultSettings,
  notices,
  type Organ,
  type Role,
  type SettingSet,
  settingsOn,
} from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { organ } from './casework/court.js'
import { paperNotices } from './paper-notices.js'
import { paperReports } from './report/paper-reports.js'

export const calendar = calendarOf({ notices, project: projectYear })

export const qinghe: Organ = { ...organ, portalUrl: 'https://gongkai.example.gov.cn' }

const organs: Readonly<Record<string, Organ>> = {
  QHZR: qinghe,
  QHJY: { ...qinghe, name: '青禾县教育局', prefix: '青教', code: 'QHJY' },
  QHZF: { ...qinghe, name: '青禾县人民政府', type: 'countyGovernment', prefix: '青政', code: 'QHZF' },
}

/** Who supervises whom; the education office is nobody's here. */
const supervisors: Readonly<Record<string, string>> = { QHZR: 'QHZF' }

const person = (name: string, roles: readonly Role[], organ: string | null = 'QHZR'): Person => ({
  id: `p-${name}`,
  name,
  displayName: name,
  organ,
  roles,
})

export const people: readonly Person[] = [
  person('李登记', ['registrar']),
  person('王经办', ['officer']),
  person('赵主任', ['officeHead', 'officer']),
  person('钱法制', ['legalReviewer']),
  person('孙局长', ['signatory']),
  person('周督查', ['supervisor'], 'QHZF'),
  person('许统计', ['statistician'], 'QHZR'),
  person('林兼任', ['supervisor', 'statistician'], 'QHZF'),
  person('何复议', ['remedyClerk']),
  person('吴系统', ['admin']),
  person('郑安全', ['securityAdmin']),
  person('冯审计', ['auditAdmin']),
  person('陈教育', ['registrar', 'officer'], 'QHJY'),
  person('张申请', ['applicant'], null),
]

const refuseAccounts = () => Promise.reject(new Error('a cabinet made of paper keeps no accounts'))

interface OrganShelf {
  readonly store: ReturnType<typeof memoryStore>
  readonly ids: string[]
  readonly answers: Map<string, { body: string; answer: never }>
  readonly prints: Map<string, Printed>
}

const shelfOf = (organ: Organ): OrganShelf => ({
  store: memoryStore({ organ, settings: defaultSettings, calendar }),
  ids: [],
  answers: new Map(),
  prints: new Map(),
})

/** A cabinet made of paper: casework's store in memory behind the interface of the database room, for tests alone. */
export interface PaperCabinet extends Cabinet, Pick<CabinetKeeper, 'tidy'> {
  /** Set to make every transaction fail so. */
  fault: Error | undefined
  readonly jobs: Job[]
  readonly done: string[]
  readonly dead: { id: string; error: string; permanent: boolean }[]
  /** Jobs put back until an instant, with what they wait for. */
  readonly held: { id: string; why: string; until: Date }[]
  readonly looks: string[]
  due: { organ: string; caseId: string }[]
  tidied: number
  /** Drafts by their code. */
  readonly drafts: ReadonlyMap<string, KeptDraft>
  addJob(job: Omit<Job, 'id' | 'attempts'>): Job
}

const placeOf = (basket: Basket): string => {
  if ('draft' in basket) return basket.draft
  return 'person' in basket ? `of ${basket.person}` : `${basket.organ} ${basket.caseId}`
}

/** Drafts and files on paper; nothing is sealed, and no draft outlives the test. */
const paperDrafts = () => {
  const drafts = new Map<string, KeptDraft>()
  const files = new Map<string, { place: string; attachment: Attachment; bytes: Uint8Array }>()
  const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const draft = async (code: string, now: Date) => {
    const kept = drafts.get(plain(code))
    return kept && kept.expiresAt > now ? kept : undefined
  }
  return {
    newDraft: async ({ words, expiresAt }: KeptDraft) => {
      const code = `DRAFT${String(drafts.size + 1).padStart(8, '0')}`
      drafts.set(code, { words: JSON.parse(JSON.stringify(words)), expiresAt })
      return { code }
    },
    draft,
    openDraft: async ({ code, now }: { code: string; now: Date }) => (await draft(code, now)) ?? ('no' as const),
    keepDraft: async (code: string, kept: KeptDraft, now: Date) => {
      if (!(await draft(code, now))) return false
      drafts.set(plain(code), { ...kept, words: JSON.parse(JSON.stringify(kept.words)) })
      return true
    },
    dropDraft: async (code: string) => {
      drafts.delete(plain(code))
      for (const [id, { place }] of files) if (place === code) files.delete(id)
    },
    putUpload: async ({ basket, file: { bytes, ...label } }: Parameters<Cabinet['putUpload']>[0]) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const attachment: Attachment = { file: randomUUID(), ...label, sha256, size: bytes.length }
      files.set(attachment.file, { place: placeOf(basket), attachment, bytes })
      return attachment
    },
    uploads: async (basket: Basket) =>
      [...files.values()].filter(({ place }) => place === placeOf(basket)).map(({ attachment }) => attachment),
    copyUploads: async (basket: Basket, wanted: readonly Attachment[]) =>
      wanted.map((one) => {
        const found = files.get(one.file)
        if (found?.place !== placeOf(basket)) throw Object.assign(new Error('gone'), { code: 'FILE_MISSING' })
        const attachment = { ...one, file: randomUUID() }
        files.set(attachment.file, { ...found, attachment })
        return attachment
      }),
    dropUpload: async (basket: Basket, file: string) => {
      if (files.get(file)?.place === placeOf(basket)) files.delete(file)
    },
    attachment: async (_organ: string, _caseId: string, file: string) => files.get(file)?.bytes,
    /** What filing does: the basket is emptied. */
    fileUploads: (ids: readonly string[], caseId: string) => {
      for (const id of ids) {
        const found = files.get(id)
        if (found) found.place = `case ${caseId}`
      }
    },
    drafts,
  }
}

export const paperCabinet = (): PaperCabinet => {
  const shelves = new Map(Object.entries(organs).map(([id, organ]) => [id, shelfOf(organ)]))
  const sessions = new Map<string, Person>()
  const listeners = new Set<() => void>()
  const failures = new Map<string, number>()
  const sets: (SettingSet & { organ: string })[] = []

  const factsOf = (organ: string, id: string): readonly Fact[] => shelves.get(organ)?.store.read(id)?.facts ?? []
  const kept = (organ: string, id: string): KeptCase | undefined => {
    const facts = factsOf(organ, id)
    const current = replay(facts)
    return current && { id, organ, version: facts.length, current }
  }
  const store: Store = {
    transaction: (work) => {
      if (cabinet.fault) return Promise.reject(cabinet.fault)
      let shelf: OrganShelf | undefined
      return work({
        open: async (task) => {
          shelf = shelves.get(task.organ)
          const before = task.key && shelf?.answers.get(`${task.key.person} ${task.key.value}`)
          if (before) return before.body === task.key?.body ? before.answer : { ok: false, unfit: 'keyReused' }
          const { key, ...rest } = task
          return shelf ? shelf.store.transaction((inner) => inner.open(rest)) : 'unknown'
        },
        save: async (change) => {
          const { key } = change.task
          if (key) shelf?.answers.set(`${key.person} ${key.value}`, { body: key.body, answer: change.answer as never })
          const filed = change.facts.flatMap((fact) => ('attachments' in fact ? (fact.attachments ?? []) : []))
          onPaper.fileUploads(
            filed.map(({ file }) => file),
            change.opened.id,
          )
          if (!change.task.caseId) shelf?.ids.push(change.opened.id)
          await shelf?.store.transaction((inner) => inner.save(change))
        },
      })
    },
  }
  const letter = async (organ: string, caseId: string, n: number): Promise<KeptLetter | undefined> => {
    const fact = factsOf(organ, caseId).find(
      (one): one is FactOf<'LetterIssued'> => one.type === 'LetterIssued' && one.n === n,
    )
    if (!fact) return undefined
    const print = shelves.get(organ)?.prints.get(`${caseId}/${n}`)
    const secret = fact.letter === 'L03' && !print ? { 查询码: '0000000000000' } : {}
    return {
      caseId,
      organ,
      n,
      code: fact.letter,
      documentNumber: fact.documentNumber,
      fields: { ...fact.fields, ...secret },
      pdf: print?.pdf ?? null,
      sha256: print?.sha256 ?? null,
      templateSha256: print?.template.sha256 ?? null,
    }
  }
  const onPaper = paperDrafts()
  const cabinet: PaperCabinet = {
    as: () => cabinet,
    fault: undefined,
    jobs: [],
    done: [],
    dead: [],
    held: [],
    looks: [],
    due: [],
    tidied: 0,
    addJob: (job) => {
      const made: Job = { ...job, id: `job-${cabinet.jobs.length + cabinet.done.length + 1}`, attempts: 0 }
      cabinet.jobs.push(made)
      for (const listener of listeners) listener()
      return made
    },
    store,
    notices: paperNotices,
    reports: paperReports(
      calendar,
      (organ) => (shelves.get(organ)?.ids ?? []).flatMap((id) => kept(organ, id) ?? []),
      (organ) => organs[organ]?.name ?? organ,
    ),
    calendar: async () => calendar,
    calendarAsOf: async (asOf) => calendarOf({ notices, project: projectYear, asOf }),
    organs: async () => Object.entries(organs).map(([id, organ]) => ({ id, organ, settings: defaultSettings })),
    organ: async (id, today) => {
      const organ = organs[id]
      return organ && { id, organ, settings: settingsOn(await cabinet.settings(id), today) }
    },
    supervised: async (by) => Object.keys(supervisors).filter((id) => supervisors[id] === by),
    findCase: async (organ, id) =>
      (typeof organ === 'string' ? [organ] : organ).flatMap((one) => kept(one, id) ?? [])[0],
    listCases: async ({ organ, after, limit, state, officer }) => {
      const all = (typeof organ === 'string' ? [organ] : organ).flatMap((one) =>
        (shelves.get(one)?.ids ?? []).flatMap((id) => kept(one, id) ?? []),
      )
      const asked = all.filter(
        ({ current }) =>
          (state === undefined || current.at.state === state) && (officer === undefined || current.officer === officer),
      )
      const from = after ? Number(after) : 0
      return {
        cases: asked.slice(from, from + limit),
        next: asked.length > from + limit ? String(from + limit) : null,
      }
    },
    worklist: async ({ mine: _, search: __, ...query }) => cabinet.listCases(query),
    related: async () => [],
    ledger: async (organ, id) =>
      factsOf(organ, id).map((fact, i) => ({
        version: i + 1,
        fact,
        recordedAt: '2025-03-03T01:00:00.000Z',
        hash: 'ab'.repeat(32),
        erased: false,
      })),
    ledgers: async (cases) =>
      new Map(await Promise.all(cases.map(async ({ organ, id }) => [id, await cabinet.ledger(organ, id)] as const))),
    proof: async () => undefined,
    letter,
    keepPrint: async ({ organ, caseId, n }, printed) => {
      const prints = shelves.get(organ)?.prints
      const before = prints?.get(`${caseId}/${n}`)
      if (before && before.sha256 !== printed.sha256) throw new Error('PRINT_DIFFERS')
      prints?.set(`${caseId}/${n}`, printed)
    },
    admitFiling: async () => true,
    admitReportCheck: async () => true,
    lookUp: async () => 'no',
    ...onPaper,
    signIn: async ({ name, password, address }) => {
      const count = failures.get(address) ?? 0
      if (count >= 5) return 'tooMany'
      const found = people.find((one) => one.name === name)
      if (!found || password !== 'correct horse battery') {
        failures.set(address, count + 1)
        return 'no'
      }
      const token = `token-${sessions.size + 1}-${found.id.length}`
      sessions.set(token, found)
      return { token, person: found, endsAt: '2025-03-03T20:00:00.000Z' }
    },
    session: async (token) => sessions.get(token),
    signOns: new Proxy({} as Cabinet['signOns'], { get: () => refuseAccounts }),
    applicants: new Proxy({} as Cabinet['applicants'], { get: () => refuseAccounts }),
    accounts: new Proxy({} as Cabinet['accounts'], {
      get: (_, name) => (name === 'writeDown' ? async () => {} : refuseAccounts),
    }),
    signOut: async (token) => {
      sessions.delete(token)
    },
    casesDue: async (today, limit) =>
      cabinet.due.filter(({ caseId }) => !cabinet.looks.includes(`${caseId} ${today}`)).slice(0, limit),
    looked: async (_, caseId, today) => {
      cabinet.looks.push(`${caseId} ${today}`)
    },
    claimJobs: async (_, limit) => cabinet.jobs.splice(0, limit),
    finishJob: async ({ id }) => {
      cabinet.done.push(id)
    },
    holdJob: async (job, why, until) => {
      cabinet.held.push({ id: job.id, why, until })
    },
    sealedLetters: async function* () {},
    failJob: async (job, error, permanent) => {
      cabinet.dead.push({ id: job.id, error, permanent })
    },
    onJob: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tidy: async () => {
      cabinet.tidied += 1
    },
    calendarWith: async (notice) =>
      calendarOf({ notices: [...notices.filter(({ year }) => year !== notice.year), notice], project: projectYear }),
    movedBy: async () => ({ digest: '', moved: [] }),
    importNotice: async () => ({ digest: '', moved: [], applied: true }),
    settings: async (organ) => sets.filter((one) => one.organ === organ).map(({ organ: _, ...one }) => one),
    keepSetting: async (set) => {
      sets.push({ ...set, at: '2025-03-03T01:00:00.000Z' })
    },
    colleague: async (organ, words) =>
      people.find((one) => one.organ === organ && (one.name === words || one.displayName === words)),
    colleagues: async (organ) =>
      people
        .filter((one) => one.organ === organ)
        .map(({ name, displayName, roles }) => ({ name, displayName, roles, openCases: 0, openDrills: 0 })),
    verify: async function* () {},
    ready: async () => cabinet.fault === undefined,
    close: async () => {},
  }
  return cabinet
}

/** A case received and registered on a day, the way the counter does it; resolves to its id. */
export const receivedCase = async (
  cabinet: Cabinet,
  on: string,
  more: { email?: string; method?: string } = {},
): Promise<string> => {
  const answer = await handle(cabinet.store, {
    organ: 'QHZR',
    command: 'receiveRequest',
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name: '张三', idNumber: '11010519491231002X', email: more.email },
      information: { description: '青禾镇2023年征地补偿标准' },
      form: { medium: 'electronic', method: more.method ?? 'email' },
    },
    on: on as Day,
    actor: { role: 'registrar', person: '李登记' },
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.id
}
