import type { Case, Fact, ModelSummary, PublicationAct } from '@zhiqing/casework'
import type { Day, Notice, Organ, Role, SettingName } from '@zhiqing/law'
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { SessionVia } from '../accounts.js'
import type { OrganSeal } from '../cabinet.js'
import type { ReportKind } from '../report/report-cabinet.js'

type Json<T extends object | null> = JSONColumnType<T, string, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** The tables as queries see them; the migrations say what they are for. */
export interface Schema {
  organs: { id: string; record: Json<Organ>; supervised_by: Defaulted<string | null>; created_at: Generated<Date> }
  organ_settings: {
    organ: string
    id: GeneratedAlways<number>
    name: SettingName
    value: ColumnType<unknown, string, never>
    from_on: Day
    reason: string
    set_by: string | null
    set_at: ColumnType<Date, Date | undefined, never>
  }
  staff: {
    id: string
    organ: string | null
    name: string
    display_name: string
    roles: Role[]
    disabled_at: Instant | null
  }
  credentials: {
    person: string
    password_hash: string
    password_set_at: Defaulted<Date>
    must_change: Defaulted<boolean>
    one_time_until: Instant | null
    earlier: Defaulted<string[]>
    totp_secret: Buffer | null
    totp_since: Instant | null
    totp_step: number | null
    recovery: Defaulted<Buffer[]>
    unlocks: Defaulted<number>
  }
  sessions: {
    token_hash: Buffer
    id: Generated<string>
    organ: string | null
    person: string
    began_at: Defaulted<Date>
    seen_at: Instant
    ends_at: Instant
    address: string | null
    program: string | null
    second_factor: Defaulted<boolean>
    via: Defaulted<SessionVia>
  }
  staff_sign_ons: { issuer: string; sub_mac: Buffer; person: string; joined_at: Instant }
  applicant_accounts: { id: string; issuer: string; sub_mac: Buffer; sealed: Buffer; created_at: Instant }
  applicant_sessions: { token_hash: Buffer; account: string; seen_at: Instant; ends_at: Instant }
  account_cases: { organ: string; case_id: string; account: string; added_at: Instant }
  known_devices: { token_hash: Buffer; person: string; seen_at: Instant }
  security_log: {
    id: GeneratedAlways<number>
    at: Instant
    organ: string | null
    person: string | null
    name: string
    act: string
    result: string
    subject: string | null
    case_id: string | null
    reason: string | null
    address: string | null
  }
  attempts: { kind: string; key: string; at: ColumnType<Date[], Date[], Date[]> }
  calendar_notices: {
    id: GeneratedAlways<number>
    year: number
    notice: Json<Notice>
    imported_on: Day
    imported_by: string | null
  }
  number_series: { organ: string; series: string; year: number; last: number }
  cases: {
    organ: string
    id: string
    filed: GeneratedAlways<number>
    number: string | null
    number_year: number | null
    number_serial: number | null
    state: string
    officer: string | null
    applicant_kind: string
    outcome: string | null
    version: number
    head_hash: Buffer
    machine_version: number
    snapshot: Json<Partial<Case>>
    query_code_mac: Buffer | null
    double_index: Buffer | null
    received_on: Day | null
    applicant_index: Buffer | null
    topic: Buffer | null
  }
  case_words: { organ: string; case_id: string; words: Json<Partial<Case> | null>; erased_at: Instant | null }
  case_facts: {
    organ: string
    case_id: string
    version: number
    type: Fact['type']
    on_day: Day
    role: Role
    person: string | null
    payload: Json<Record<string, unknown>>
    machine_version: number
    recorded_at: Instant
    canon: string
    prev_hash: Buffer
    hash: Buffer
  }
  fact_words: {
    organ: string
    case_id: string
    version: number
    words: Json<Record<string, unknown> | null>
    salt: Buffer | null
    erased_at: Instant | null
  }
  letters: {
    organ: string
    case_id: string
    n: number
    code: string
    document_number: string | null
    series: string | null
    series_year: number | null
    series_serial: number | null
    consultation: string | null
    fields: Json<Record<string, unknown> | null>
    secret: Buffer | null
    pdf: Buffer | null
    pdf_sealed: boolean
    sha256: string | null
    template_id: string | null
    template_version: string | null
    template_sha256: string | null
    organ_seal: Json<OrganSeal | null>
    erased_at: Instant | null
  }
  outbox: {
    organ: string
    id: GeneratedAlways<number>
    case_id: string | null
    kind: 'print' | 'mail' | 'note' | 'notice'
    n: number | null
    words: Json<Record<string, unknown> | null>
    recipient: string | null
    dedupe: string
    message_id: string
    run_at: Instant
    attempts: Defaulted<number>
    locked_until: Instant | null
    locked_by: string | null
    done_at: Instant | null
    failed_at: Instant | null
    last_error: string | null
    created_at: Generated<Date>
  }
  due_days: {
    organ: string
    case_id: string
    what: string
    id: string
    due_on: Day | null
    article: string
    provisional: boolean
    calendar_version: string
  }
  looks: { organ: string; case_id: string; looked_on: Day }
  idempotency: {
    organ: string
    person: string
    key: string
    case_id: string
    body_hash: Buffer
    answer: Buffer
    created_at: Generated<Date>
  }
  drafts: { mac: Buffer; sealed: Buffer; expires_at: Instant; updated_at: Defaulted<Date> }
  uploads: {
    id: string
    basket: Buffer | null
    label: Buffer | null
    bytes: Buffer | null
    sha256: string
    size: number
    expires_at: Instant | null
    organ: string | null
    case_id: string | null
    created_at: Generated<Date>
    erased_at: Instant | null
  }
  notice_marks: { person: string; seen_to: Instant; seen_on: Day }
  notice_mail: {
    person: string
    address: string
    kinds: string[]
    digest_at: number | null
    quiet_from: number
    quiet_to: number
    working_days_only: boolean
    told_to: Instant
    told_on: Day
    digested_on: Day | null
  }
  calendar_addresses: { person: string; token_hash: Buffer; made_at: Instant }
  report_drafts: {
    organ: string
    year: number
    kind: Generated<ReportKind>
    entries: Json<object>
    places: Json<object>
    opened: Json<object | null>
    opened_on: Day
    opened_by: string | null
    changed_at: ColumnType<Date, Date | undefined, unknown>
  }
  model_cases: {
    organ: string
    case_id: string
    id: Generated<string>
    summary: Json<ModelSummary>
    story: string | null
    point: string | null
    proposed_by: string
    proposed_on: Day
    approved_by: string | null
    approved_on: Day | null
    ended: Generated<number | null>
  }
  model_case_endings: {
    organ: string
    case_id: string
    model: string
    n: number
    act: 'withdrawn' | 'rejected'
    reason: string
    proposed_by: string
    proposed_on: Day
    approved_by: string | null
    approved_on: Day | null
    ended_by: string
    ended_on: Day
    ended_at: Generated<Date>
  }
  report_editions: {
    organ: string
    year: number
    kind: Generated<ReportKind>
    edition: number
    report: string
    sha256: string
    places: Json<object>
    published_on: Day
    published_by: string | null
    reason: string | null
    published_at: Generated<Date>
  }
  publication_decisions: {
    organ: string
    topic: string
    n: number
    title: string
    act: PublicationAct
    reason: string
    place: string | null
    requests: number
    applicants: number
    decided_on: Day
    decided_by: string | null
    decided_at: Generated<Date>
  }
  instance: {
    singleton: Generated<boolean>
    keys_fingerprint: Buffer
    seeded_on: Day | null
    fold: Generated<number>
    sealed: Generated<boolean>
  }
}
