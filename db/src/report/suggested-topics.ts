import type { Day } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { SuggestedTopic } from './report-cabinet.js'

/**
 * Information that applicants suggested to publish (条例 44.2), the latest first. Suggestions are few and have an index of
 * their own; who else asked is counted as `hotRequests` counts it, from the covering index alone, and not at all where nobody
 * suggested anything. `is true` keeps the planner from a join: it would read the year once for every suggestion.
 */
export const suggestedTopics = async (db: Db, organs: readonly string[], since: Day): Promise<SuggestedTopic[]> => {
  const { rows } = await sql<SuggestedTopic>`
    with said as materialized (
      select organ, topic, id, counted_suggested_on as said_on, snapshot #> '{suggestions,0,reasons}' as named
      from cases where organ = any(${organs as string[]}) and counted_suggested_on is not null and topic is not null
    ), suggested as materialized (
      select organ, topic, max(said_on) as said_on, count(*) as suggestions, array_agg(id order by said_on desc) as said_ids
      from said group by 1, 2
    ), asked as materialized (
      select organ, topic, count(*) as requests, count(distinct applicant_index) as applicants,
        count(*) filter (where counted_line in ('3.1', '3.2')) as given,
        array_agg(id order by counted_received_on desc) as ids
      from cases where exists (select from suggested) and organ = any(${organs as string[]})
        and counted_received_on >= ${since}::date
        and ((organ, topic) in (select organ, topic from suggested)) is true group by 1, 2
    )
    select s.organ, encode(s.topic, 'hex') as topic, s.said_on as "suggestedOn", s.suggestions,
      (select max(coalesce(nullif(words #>> '{information,title}', ''), words #>> '{information,description}'))
        from case_words w where w.organ = s.organ and w.case_id = any(s.said_ids)) as information,
      array(select distinct reason from said, jsonb_array_elements_text(said.named) reason
        where (said.organ, said.topic) = (s.organ, s.topic) order by 1) as reasons,
      coalesce(a.requests, 0) as requests, coalesce(a.applicants, 0) as applicants, coalesce(a.given, 0) as given,
      coalesce(a.ids, '{}') || array(select unnest(s.said_ids) except select unnest(a.ids)) as ids
    from suggested s left join asked a using (organ, topic) order by s.said_on desc, s.topic`.execute(db)
  return rows
}
