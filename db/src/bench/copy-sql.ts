/** A batch of copied cases, `$1`, into every table that a case has rows in. Binary columns are hex. */
export const copySql = `
  with given as materialized (select one from jsonb_array_elements($1::jsonb) as t (one)),
  held as (
    insert into cases (organ, id, number, number_year, number_serial, state, officer, applicant_kind, outcome, version,
      head_hash, machine_version, snapshot, query_code_mac, double_index, received_on, applicant_index, topic)
    select organ, id, number, number_year, number_serial, state, officer, applicant_kind, outcome, version,
      decode(head_hash, 'hex'), machine_version, snapshot, decode(query_code_mac, 'hex'), decode(double_index, 'hex'),
      received_on, decode(applicant_index, 'hex'), decode(topic, 'hex')
    from given, jsonb_to_record(one -> 'case') as x (organ text, id uuid, number text, number_year int,
      number_serial int, state text, officer text, applicant_kind text, outcome text, version int, head_hash text,
      machine_version int, snapshot jsonb, query_code_mac text, double_index text, received_on date,
      applicant_index text, topic text)
  ), held_words as (
    insert into case_words (organ, case_id, words)
    select organ, id, words from given, jsonb_to_record(one -> 'case') as x (organ text, id uuid, words jsonb)
  ), looked as (
    insert into looks (organ, case_id, looked_on)
    select organ, id, looked_on from given, jsonb_to_record(one -> 'case') as x (organ text, id uuid, looked_on date)
  ), facts as (
    insert into case_facts (organ, case_id, version, type, on_day, role, person, payload, machine_version, recorded_at,
      canon, prev_hash, hash)
    select organ, case_id, version, type, on_day, role, person, payload, machine_version, recorded_at, canon,
      decode(prev_hash, 'hex'), decode(hash, 'hex')
    from given, jsonb_to_recordset(one -> 'facts') as x (organ text, case_id uuid, version int, type text, on_day date,
      role text, person text, payload jsonb, machine_version int, recorded_at timestamptz, canon text, prev_hash text,
      hash text)
    order by case_id, version
  ), fact_parts as (
    insert into fact_words (organ, case_id, version, words, salt)
    select organ, case_id, version, words, decode(salt, 'hex')
    from given, jsonb_to_recordset(one -> 'facts') as x (organ text, case_id uuid, version int, words jsonb, salt text)
    where salt is not null
  ), issued as (
    insert into letters (organ, case_id, n, code, document_number, series, series_year, series_serial, consultation, fields)
    select organ, case_id, n, code, document_number, series, series_year, series_serial, consultation, fields
    from given, jsonb_to_recordset(one -> 'letters') as x (organ text, case_id uuid, n int, code text,
      document_number text, series text, series_year int, series_serial int, consultation text, fields jsonb)
  )
  insert into due_days (organ, case_id, what, id, due_on, article, provisional, calendar_version)
  select organ, case_id, what, id, due_on, article, provisional, calendar_version
  from given, jsonb_to_recordset(one -> 'due') as x (organ text, case_id uuid, what text, id text, due_on date,
    article text, provisional boolean, calendar_version text)`
