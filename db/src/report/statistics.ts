import type { LineFigures, Unfinished } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { HotRequest, OpenDatum, Period } from './report-cabinet.js'

/** Everything that is not finished, with what is due in it: a few percent of all cases, by an index of their own. */
export const unfinished = async (db: Db, organs: readonly string[]): Promise<Unfinished[]> => {
  const { rows } = await sql<Unfinished>`
    select c.organ, c.id, c.number, c.state, c.officer, c.counted_arrived_on as "arrivedOn",
      c.counted_received_on as "receivedOn", c.counted_closed_on as "closedOn", coalesce(d.due, '[]'::jsonb) as due
    from cases c left join lateral (
      select jsonb_agg(jsonb_build_object('what', what, 'dueOn', due_on) order by what, id) as due
      from due_days where due_days.organ = c.organ and due_days.case_id = c.id) d on true
    where c.organ = any(${organs as string[]}) and not c.is_drill and (c.counted_closed_on is null or c.state = 'issued')
    order by c.organ, c.filed`.execute(db)
  return rows
}

/** What was closed in a period, by line of table three. */
export const finishedIn = async (
  db: Db,
  organs: readonly string[],
  { from, until }: Period,
): Promise<LineFigures[]> => {
  const { rows } = await sql<LineFigures>`
    select counted_line as line, count(*) as count, sum(counted_closed_on - counted_received_on)::bigint as days,
      percentile_disc(0.5) within group (order by counted_closed_on - counted_received_on) as "medianDays",
      max(counted_closed_on - counted_received_on) as "mostDays",
      count(*) filter (where counted_corrected) as corrected, count(*) filter (where counted_extended) as extended
    from cases where organ = any(${organs as string[]}) and counted_closed_on between ${from}::date and ${until}::date
    group by 1 order by 1`.execute(db)
  return rows
}

export const receivedIn = async (db: Db, organs: readonly string[], { from, until }: Period): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from cases
    where organ = any(${organs as string[]}) and counted_received_on between ${from}::date and ${until}::date`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/**
 * The same information asked for by several applicants (条例 44), by its topic. Applicants are told apart by their blind
 * index; nobody is named.
 */
export const hotRequests = async (
  db: Db,
  organs: readonly string[],
  since: Day,
  least: number,
): Promise<HotRequest[]> => {
  const { rows } = await sql<HotRequest>`
    with asked as materialized (
      select organ, topic, id, counted_received_on as received, counted_line as line, applicant_index as applicant
      from cases where organ = any(${organs as string[]}) and counted_received_on >= ${since}::date and topic is not null
    ), often as materialized (
      select organ, topic from asked group by 1, 2 having count(*) >= ${least}
    ), hot as materialized (
      select organ, topic, count(*) as requests, count(distinct applicant) as applicants,
        count(*) filter (where line in ('3.1', '3.2')) as given, max(received) as "lastOn",
        array_agg(id order by received desc) as ids
      from often join asked using (organ, topic)
      group by 1, 2 having count(distinct applicant) >= ${least}
      order by applicants desc, requests desc, topic limit 100)
    select organ, encode(topic, 'hex') as topic, (select max(coalesce(nullif(words #>> '{information,title}', ''),
        words #>> '{information,description}')) from case_words w where w.organ = hot.organ and w.case_id = any(hot.ids)
      ) as information, requests, applicants, given, "lastOn", ids
    from hot order by applicants desc, requests desc, information`.execute(db)
  return rows
}

/** Case-level open data of a year: no id, no words, no officer; days cut to their month. */
export const openData = async (db: Db, organs: readonly string[], year: number): Promise<OpenDatum[]> => {
  const { rows } = await sql<OpenDatum>`
    select c.organ, c.counted_kind as kind, c.snapshot ->> 'channel' as channel,
      to_char(counted_received_on, 'YYYY-MM') as "receivedIn", to_char(counted_closed_on, 'YYYY-MM') as "closedIn",
      counted_line as line, counted_closed_on - counted_received_on as days, counted_corrected as corrected,
      counted_extended as extended, counted_remedies is not null as remedied
    from cases c where organ = any(${organs as string[]})
      and counted_received_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    order by md5(c.id::text || ${String(year)})`.execute(db)
  return rows
}
