import type { Notice, Organ, ProjectedYear } from '@zhiqing/law'
import type pg from 'pg'
import { accountsOf } from './access/accounts-of.js'
import { applicantIn, applicantsOf } from './access/applicants.js'
import { type SecurityRules, usualRules } from './access/desk.js'
import { lookUp } from './access/look-up.js'
import { session, signOut } from './access/sessions.js'
import { signIn } from './access/sign-in.js'
import { admitSignOn, forgiveSignOn, openFlow, sealFlow, signOn, tellSignOn } from './access/sign-on.js'
import { addPerson, keepPerson, recoverPerson } from './access/staff.js'
import { tidy } from './access/tidy.js'
import { type Acting, calendarHand, door, keeper, verifier } from './acting/acting.js'
import { typedAs } from './acting/typed-as.js'
import type { CabinetKeeper, OrganPlace } from './cabinet-keeper.js'
import { type Db, openPool } from './connect/connect.js'
import { fault, told, toldEach } from './fault.js'
import { type CalendarSource, calendarSource } from './keep/calendar.js'
import { casesNumbered, findCase, listCases } from './keep/cases.js'
import { colleague } from './keep/colleague.js'
import { colleagues } from './keep/colleagues.js'
import { draft, dropDraft, dropExpired, keepDraft, newDraft, openDraft } from './keep/drafts.js'
import { eraseWords } from './keep/erase.js'
import { admitFiling } from './keep/filings.js'
import { importNotice, movedBy } from './keep/import-notice.js'
import { ledger, ledgers } from './keep/ledger.js'
import { keepPrint, letter } from './keep/letters.js'
import { keepOrgan, organ, organs } from './keep/organs.js'
import { proof } from './keep/proof.js'
import { refold } from './keep/refold.js'
import { related } from './keep/related.js'
import { admitReportCheck } from './keep/report-checks.js'
import { reseal, resealOnce } from './keep/reseal.js'
import { sealedLetters } from './keep/sealed-letters.js'
import { keepSetting, settings } from './keep/settings.js'
import { supervised } from './keep/supervised.js'
import { casesDue, looked } from './keep/sweep.js'
import { attachment, copyUploads, dropUpload, putUpload, uploads } from './keep/uploads.js'
import { worklist } from './keep/worklist.js'
import type { Keys } from './keys.js'
import { noticesOf } from './notices/notices-of.js'
import { type JobHint, jobHint } from './post/job-hint.js'
import { claimJobs, failJob, finishJob, holdJob, jobCounts } from './post/outbox.js'
import { reportMembers } from './report/report-members.js'
import { postgresStore, type Sabotage } from './store/store.js'
import { verify } from './verify/verify.js'

export interface CabinetOptions {
  /** The database as the runtime role. */
  readonly url: string
  readonly keys: Keys
  /** Draws a year without a notice; `projectYear` of @zhiqing/projection. */
  readonly project: (year: number) => ProjectedYear
  /** The notices the product ships; imported ones take their years' place. */
  readonly notices: readonly Notice[]
  /** How the doors are kept; what is left out stays as it always was. */
  readonly security?: Partial<SecurityRules> | undefined
  /** Connections at once; 10 where it is left out. */
  readonly poolSize?: number | undefined
  /**
   * A defect planted by tests, to see that they would find it: `answerBeforeCommit` lets the answer leave before
   * COMMIT. The service never sets it, and no environment variable can.
   */
  readonly sabotage?: Sabotage | undefined
}

/** Codes sealed with other keys could never be opened: better to say so at start. */
const keysInUse = async (db: Db, keys: Keys): Promise<Keys> => {
  await db
    .insertInto('instance')
    .values({ keys_fingerprint: keys.fingerprint, seeded_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db.selectFrom('instance').select('keys_fingerprint').executeTakeFirst()
  const used = row ? keys.using(row.keys_fingerprint) : keys
  if (used) return used
  throw fault(
    'KEYS_DIFFER',
    '密钥文件 keys/master 不是这个数据库原来的那一份，查询码和密封内容都打不开；请从备份恢复密钥',
  )
}

/** What all views of one cabinet share. */
interface Parts {
  readonly pool: pg.Pool
  readonly keys: Keys
  /** With the newest master in use: what is sealed anew is sealed with it. */
  readonly newest: Keys
  readonly calendars: CalendarSource
  readonly hint: JobHint
  readonly sabotage: Sabotage | undefined
  readonly rules: SecurityRules
  close(): Promise<void>
}

/**
 * The cabinet as one acting sees it; the desk at the door, notices and the walk through all ledgers act as themselves.
 * Long because it is a list: one line a member, no decisions.
 */
const viewOf = (parts: Parts, acting: Acting): CabinetKeeper => {
  const { pool, keys, newest, calendars, hint, sabotage, rules } = parts
  const as = (other: Acting): Db => typedAs(pool, other)
  const [db, doors] = [as(acting), as(door)]
  const desk = { doors, as }
  const accountDesk = { db: doors, keys, rules }
  const noticing = { db: as(keeper), pool, keys, calendars, jobsAdded: hint.added }
  return {
    as: (other) => viewOf(parts, other),
    store: postgresStore({ pool, keys, calendars, sabotage, acting, jobsAdded: hint.added }),
    calendar: told(() => calendars.now(pool)),
    calendarAsOf: told((day) => calendars.asOf(day, pool)),
    organs: told((today) => organs(db, today)),
    organ: told((id, today) => organ(db, id, today)),
    keepOrgan: told((id, record: Organ, place?: OrganPlace) => keepOrgan(db, id, record, place)),
    keepPerson: told((person) => keepPerson(db, person)),
    addPerson: told((person) => addPerson(db, person)),
    recoverPerson: told((person) => recoverPerson(db, person)),
    supervised: told((by) => supervised(db, by)),
    findCase: told((of, id) => findCase(db, keys, of, id)),
    listCases: told((query) => listCases(db, keys, query)),
    ledger: told((of, caseId) => ledger(db, keys, of, caseId)),
    ledgers: told((cases) => ledgers(db, keys, cases)),
    proof: told((of, caseId) => proof(db, keys, of, caseId)),
    casesNumbered: told((number) => casesNumbered(db, keys, number)),
    worklist: told((query) => worklist(db, keys, query)),
    related: told((of, caseId) => related(db, keys, of, caseId)),
    letter: told((of, caseId, n) => letter(db, keys, { organ: of, caseId, n })),
    keepPrint: told((of, printed) => keepPrint(db, keys, of, printed)),
    eraseWords: told((of, caseId, now) => eraseWords(db, of, caseId, now)),
    admitFiling: told((order) => admitFiling(doors, keys, order)),
    admitReportCheck: told((order) => admitReportCheck(doors, keys, order)),
    lookUp: told((asked) => lookUp(desk, keys, asked)),
    tidy: told(async (now) => {
      await tidy(as(keeper), now)
      await dropExpired(as(keeper), now)
    }),
    newDraft: told((asked) => newDraft(desk, keys, asked)),
    draft: told((code, now) => draft(desk, keys, code, now)),
    openDraft: told((asked) => openDraft(desk, keys, asked)),
    keepDraft: told((code, kept, now) => keepDraft(desk, keys, { code, kept, now })),
    dropDraft: told((code) => dropDraft(desk, keys, code)),
    putUpload: told((asked) => putUpload(desk, keys, asked)),
    uploads: told((basket, now) => uploads(desk, keys, basket, now)),
    copyUploads: told((basket, files) => copyUploads(desk, keys, basket, files)),
    dropUpload: told((basket, file) => dropUpload(desk, keys, basket, file)),
    attachment: told((of, caseId, file) => attachment(db, keys, { organ: of, caseId, file })),
    signIn: told((asked) => signIn(accountDesk, asked)),
    session: told((token, now) => session(accountDesk, token, now)),
    signOut: told((token) => signOut(doors, token)),
    accounts: accountsOf(accountDesk, db),
    signOns: {
      admit: told((address, now) => admitSignOn(accountDesk, address, now)),
      forgive: told((address, now) => forgiveSignOn(accountDesk, address, now)),
      tell: told((refused) => tellSignOn(accountDesk, refused)),
      seal: (who, words) => sealFlow(accountDesk, who, words),
      open: (who, sealed) => openFlow(accountDesk, who, sealed),
      staff: told((knock) => signOn(accountDesk, knock)),
      applicant: told((knock) => applicantIn(accountDesk, knock)),
    },
    applicants: applicantsOf(accountDesk, db),
    reseal: told(() => reseal(as(keeper), newest)),
    casesDue: told((today, limit) => casesDue(db, today, limit)),
    looked: told((of, caseId, today) => looked(db, of, caseId, today)),
    claimJobs: told((worker, limit, now) => claimJobs(db, worker, limit, now)),
    finishJob: told((job, now) => finishJob(db, job, now)),
    failJob: told((job, error, permanent, now) => failJob(db, job, { error, permanent, now })),
    holdJob: told((job, why, until) => holdJob(db, job, { why, until })),
    jobCounts: told(() => jobCounts(as(calendarHand))),
    onJob: hint.listen,
    calendarWith: told((notice) => calendars.with(notice, pool)),
    movedBy: told((notice, today) => movedBy(noticing, notice, today)),
    importNotice: told((notice, order) => importNotice(noticing, notice, order)),
    settings: told((of) => settings(db, of)),
    keepSetting: told((setting) => keepSetting(db, setting)),
    colleague: told((of, words) => colleague(db, of, words)),
    sealedLetters: () => toldEach(sealedLetters(as(verifier), keys)),
    reports: reportMembers(db),
    notices: noticesOf({ db, doors, calendar: () => calendars.now(pool) }),
    colleagues: told((of) => colleagues(db, of)),
    verify: (tell) => toldEach(verify(as(verifier), keys, tell)),
    seededOn: told(
      async () => (await db.selectFrom('instance').select('seeded_on').executeTakeFirst())?.seeded_on ?? null,
    ),
    keepSeeded: told(async (on) => void (await db.updateTable('instance').set({ seeded_on: on }).execute())),
    ready: told(async () => (await pool.query('select 1')).rowCount === 1),
    close: parts.close,
  }
}

/**
 * Opens the filing cabinet on a migrated database, for who keeps the whole instance; `as` gives everybody else their own
 * view. Throws KEYS_DIFFER when the keys are not this database's own, and DATABASE_DOWN when it cannot be reached; so does
 * every member, whenever it is lost.
 */
export const openCabinet = async (options: CabinetOptions): Promise<CabinetKeeper> => {
  const { url, keys: newest, sabotage } = options
  const pool = openPool(url, options.poolSize ?? 10)
  const db = typedAs(pool, keeper)
  const hint = jobHint(url, pool)
  const begin = async (): Promise<Keys> => {
    const keys = await told(keysInUse)(db, newest)
    await told(resealOnce)(db, keys)
    await told(refold)(db, keys)
    return keys
  }
  const keys = await begin().catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const close = async (): Promise<void> => {
    await hint.close()
    await pool.end()
  }
  const rules = { ...usualRules, ...options.security }
  return viewOf({ pool, keys, newest, calendars: calendarSource(options), hint, sabotage, rules, close }, keeper)
}
