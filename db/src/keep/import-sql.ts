/** Open cases of a page, in the order of their keys; everything a change of days must know of them. */
export const openPageSql = `
  select c.organ, c.id, c.filed, c.version, c.head_hash, c.machine_version, c.snapshot, c.applicant_kind, c.outcome, w.words
  from cases c join case_words w on w.organ = c.organ and w.case_id = c.id
  where c.state <> 'archived' and w.erased_at is null and (c.organ, c.id) > ($1, $2::uuid)
  order by c.organ, c.id limit $3`

/**
 * What a notice does to a page of cases, written by one statement; everything comes in `$1` as one document, binary
 * columns as hex. Answers how many cases were moved, all from the version that was read. NOT IN on purpose: it is hashed,
 * where NOT EXISTS would compare every row with every other, since nobody knows how many rows a document has.
 */
export const shiftPageSql = `
  with facts as (
    insert into case_facts (organ, case_id, version, type, on_day, role, person, payload, machine_version,
      recorded_at, canon, prev_hash, hash)
    select x.organ, x.case_id, x.version, x.type, x.on_day, x.role, x.person, x.payload, x.machine_version,
      x.recorded_at, x.canon, decode(x.prev_hash, 'hex'), decode(x.hash, 'hex')
    from jsonb_to_recordset($1::jsonb -> 'facts') as x (organ text, case_id uuid, version int, type text, on_day date,
      role text, person text, payload jsonb, machine_version int, recorded_at timestamptz, canon text, prev_hash text,
      hash text)
  ), notes as (
    insert into outbox (organ, case_id, kind, recipient, words, dedupe, message_id)
    select x.organ, x.case_id, 'note', x.recipient, x.words, x.dedupe, x.message_id
    from jsonb_to_recordset($1::jsonb -> 'notes') as x (organ text, case_id uuid, recipient text, words jsonb,
      dedupe text, message_id text)
  ), due as (
    select x.* from jsonb_to_recordset($1::jsonb -> 'due') as x (organ text, case_id uuid, what text, id text,
      due_on date, article text, provisional boolean, calendar_version text)
  ), due_gone as (
    delete from due_days d using jsonb_to_recordset($1::jsonb -> 'seen') as x (organ text, case_id uuid)
    where d.organ = x.organ and d.case_id = x.case_id
      and (d.organ, d.case_id, d.what, d.id) not in (select due.organ, due.case_id, due.what, due.id from due)
  ), due_kept as (
    insert into due_days as kept (organ, case_id, what, id, due_on, article, provisional, calendar_version)
    select * from due
    on conflict (organ, case_id, what, id) do update set due_on = excluded.due_on, article = excluded.article,
      provisional = excluded.provisional, calendar_version = excluded.calendar_version
  ), held as (
    update cases c set version = x.version, head_hash = decode(x.head_hash, 'hex'), snapshot = c.snapshot || x.patch
    from jsonb_to_recordset($1::jsonb -> 'cases') as x (organ text, case_id uuid, seen_version int, version int,
      head_hash text, patch jsonb)
    where c.organ = x.organ and c.id = x.case_id and c.version = x.seen_version returning 1
  )
  select count(*)::int as held from held`
