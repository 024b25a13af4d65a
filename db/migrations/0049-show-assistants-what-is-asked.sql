-- Why: whoever only assists (协查) is shown the cases in which somebody asked for assistance, and no other of the organ. The
-- service shows less still, the task alone; this is the net under it. Such a person is told to the database without organs
-- (db/src/acting), so none of the policies by organ holds for them, and these do. A case row is read whole to be folded, so
-- the net is as fine as a case.
create function guard_for_assistants(target regclass, mine text, writes boolean default true) returns void
language plpgsql as $$
declare
  may text := format($q$(case when (select current_setting('zhiqing.kind', true)) = 'staff'
      and 'assistant' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
    then organ = (select nullif(current_setting('zhiqing.organ', true), '')) and %s else false end)$q$, mine);
begin
  execute format('create policy seen_by_assistants on %s for select using %s', target, may);
  if writes then
    execute format('create policy added_by_assistants on %s for insert with check %s', target, may);
    execute format('create policy changed_by_assistants on %s for update using %s', target, may);
    execute format('create policy removed_by_assistants on %s for delete using %s', target, may);
  end if;
end $$;
comment on function guard_for_assistants(regclass, text, boolean) is
  '协查人员看得到的行：有协查的案件 / rows for who only assists: those of cases in which assistance was asked for';

alter table cases add column is_assisted boolean not null
  generated always as (jsonb_array_length(coalesce(snapshot -> 'assistances', '[]')) > 0) stored;
comment on column cases.is_assisted is '有协查 / assistance was asked for in it';
select guard_for_assistants('cases', 'is_assisted');
-- What is counted is counted from the indexes alone: they hold all that the policies look at (migration 0033).
drop index cases_carried_idx, cases_counted_closed_idx;
create index cases_carried_idx on cases (organ, counted_closed_on, counted_received_on)
  include (counted_line, counted_kind, id, number, query_code_mac, is_assisted) where counted_carried;
create index cases_counted_closed_idx on cases (organ, counted_closed_on)
  include (counted_received_on, counted_line, counted_corrected, counted_extended, id, number, query_code_mac, is_assisted)
  where counted_closed_on is not null;
-- Asked row by row of who assists alone: to the planner, and to everybody else, it costs nothing. Cases hold their own policies.
create function assists_in(of_organ text, of_case uuid) returns boolean
language plpgsql stable parallel safe cost 1 as $$
begin
  return exists (select from cases c where c.organ = of_organ and c.id = of_case);
end $$;
comment on function assists_in(text, uuid) is '这个案件对正在办理的人可见吗 / is this case there for whoever is acting?';
select guard_for_assistants(target, 'assists_in(organ, case_id)')
from unnest('{case_words,case_facts,fact_words,letters,outbox,due_days,looks,idempotency}'::regclass[]) target;
-- Numbers are given by organ: what the calendar does first in such a case may issue a letter.
select guard_for_assistants('number_series', 'true');
