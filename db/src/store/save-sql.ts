/**
 * What one command changes, written by one statement. Everything comes in `$3` as one document; binary columns are hex.
 * Foreign keys are checked at the statement's end, so the parts may stand in any order. Each list may be empty.
 */
const parts = `
  facts as (
    insert into case_facts (organ, case_id, version, type, on_day, role, person, payload, machine_version,
      recorded_at, canon, prev_hash, hash)
    select $1, $2::uuid, x.version, x.type, x.on_day, x.role, x.person, x.payload, x.machine_version,
      x.recorded_at, x.canon, decode(x.prev_hash, 'hex'), decode(x.hash, 'hex')
    from jsonb_to_recordset($3::jsonb -> 'facts') as x (version int, type text, on_day date, role text, person text,
      payload jsonb, machine_version int, recorded_at timestamptz, canon text, prev_hash text, hash text)
    order by x.version
  ), fact_parts as (
    insert into fact_words (organ, case_id, version, words, salt)
    select $1, $2::uuid, x.version, x.words, decode(x.salt, 'hex')
    from jsonb_to_recordset($3::jsonb -> 'words') as x (version int, words jsonb, salt text)
  ), issued as (
    insert into letters (organ, case_id, n, code, document_number, series, series_year, series_serial, consultation,
      fields, secret)
    select $1, $2::uuid, x.n, x.code, x.document_number, x.series, x.series_year, x.series_serial, x.consultation,
      x.fields, decode(x.secret, 'hex')
    from jsonb_to_recordset($3::jsonb -> 'letters') as x (n int, code text, document_number text, series text,
      series_year int, series_serial int, consultation text, fields jsonb, secret text)
  ), jobs as (
    insert into outbox (organ, case_id, kind, n, recipient, words, dedupe, message_id)
    select $1, $2::uuid, x.kind, x.n, x.recipient, x.words, x.dedupe, x.message_id
    from jsonb_to_recordset($3::jsonb -> 'jobs')
      as x (kind text, n int, recipient text, words jsonb, dedupe text, message_id text)
    on conflict (organ, dedupe) do nothing
  ), due as (
    select x.* from jsonb_to_recordset($3::jsonb -> 'due') as x (what text, id text, due_on date, article text,
      provisional boolean, calendar_version text)
  ), due_gone as (
    delete from due_days d where d.organ = $1 and d.case_id = $2::uuid
      and not exists (select from due where due.what = d.what and due.id = d.id)
  ), due_kept as (
    insert into due_days as kept (organ, case_id, what, id, due_on, article, provisional, calendar_version)
    select $1, $2::uuid, what, id, due_on, article, provisional, calendar_version from due
    on conflict (organ, case_id, what, id) do update set due_on = excluded.due_on, article = excluded.article,
      provisional = excluded.provisional, calendar_version = excluded.calendar_version
      where (kept.due_on, kept.article, kept.provisional, kept.calendar_version) is distinct from
        (excluded.due_on, excluded.article, excluded.provisional, excluded.calendar_version)
  ), given as (
    update number_series s set last = x.last
    from jsonb_to_recordset($3::jsonb -> 'numbers') as x (series text, year int, last int)
    where s.organ = $1 and s.series = x.series and s.year = x.year
  ), answered as (
    insert into idempotency (organ, person, key, case_id, body_hash, answer)
    select $1, x.person, x.key, $2::uuid, decode(x.body_hash, 'hex'), decode(x.answer, 'hex')
    from jsonb_to_recordset($3::jsonb -> 'idempotency') as x (person text, key text, body_hash text, answer text)
  ), now_is as (
    select * from jsonb_to_record($3::jsonb -> 'case') as x (number text, number_year int, number_serial int,
      state text, officer text, applicant_kind text, outcome text, version int, head_hash text, machine_version int,
      snapshot jsonb, words jsonb, query_code_mac text, double_index text, received_on date, applicant_index text, topic text,
      seen_version int, seen_calendar bigint)
    where seen_calendar = (select coalesce(max(id), 0) from calendar_notices)
  )`

/** A new case: its row and its words are made. Answers 1 row when all was as the decision supposed. */
export const saveNewSql = `
  with ${parts}, held as (
    insert into cases (organ, id, number, number_year, number_serial, state, officer, applicant_kind, outcome, version,
      head_hash, machine_version, snapshot, query_code_mac, double_index, received_on, applicant_index, topic)
    select $1, $2::uuid, number, number_year, number_serial, state, officer, applicant_kind, outcome, version,
      decode(head_hash, 'hex'), machine_version, snapshot, decode(query_code_mac, 'hex'), decode(double_index, 'hex'),
      received_on, decode(applicant_index, 'hex'), decode(topic, 'hex')
    from now_is returning 1
  ), held_words as (
    insert into case_words (organ, case_id, words) select $1, $2::uuid, words from now_is
  )
  select count(*)::int as held from held`

/** A known case: only from the version that was locked, and only under the calendar that was read. */
export const saveKnownSql = `
  with ${parts}, held as (
    update cases c set number = x.number, number_year = coalesce(c.number_year, x.number_year),
      number_serial = coalesce(c.number_serial, x.number_serial), state = x.state, officer = x.officer,
      applicant_kind = x.applicant_kind,
      outcome = x.outcome, version = x.version, head_hash = decode(x.head_hash, 'hex'), snapshot = x.snapshot,
      query_code_mac = coalesce(c.query_code_mac, decode(x.query_code_mac, 'hex')),
      double_index = decode(x.double_index, 'hex'), received_on = x.received_on,
      applicant_index = decode(x.applicant_index, 'hex'), topic = decode(x.topic, 'hex')
    from now_is x where c.organ = $1 and c.id = $2::uuid and c.version = x.seen_version returning 1
  ), held_words as (
    update case_words w set words = x.words from now_is x where w.organ = $1 and w.case_id = $2::uuid
      and w.words is distinct from x.words
  )
  select count(*)::int as held from held`
