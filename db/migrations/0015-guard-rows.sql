-- Why: the net under the service's own checks. Every statement says for whom it is made (db/src/acting), in settings that end
-- with their transaction; a row that is none of theirs is not there. Who says nothing sees nothing.
--   zhiqing.kind    what kind of acting it is: staff, case, code, public, door, calendar, verify, keeper
--   zhiqing.all     'read' or 'write' where it is for the whole instance
--   zhiqing.organs  the organs whose rows are theirs, as an array
--   zhiqing.case    the one case that is theirs, for an applicant
--   zhiqing.organ, zhiqing.person, zhiqing.roles  of staff; zhiqing.number, zhiqing.mac  of who looks a case up;
--   zhiqing.key     the idempotency key of an applicant's form
-- Each is read by a sub-select, so once a statement, not once a row.

-- One CASE on purpose: to the planner it is true of half of the rows whatever is in it, where ORs of settings nobody knows
-- would look like true of next to none, and a page of a list would be sorted out of all rows (0.9 s of 100,000 cases).
create function guard_by_organ(target regclass, case_column text default null) returns void language plpgsql as $$
declare
  whole text := $q$(select current_setting('zhiqing.all', true))$q$;
  mine text := $q$organ = any ((select nullif(current_setting('zhiqing.organs', true), ''))::text[])$q$;
  one text := $q$(select nullif(current_setting('zhiqing.case', true), '')::uuid)$q$;
  may text := '(case when %s = any (%L::text[]) then true else %s end)';
begin
  if case_column is not null then
    mine := format('case when %s is null then %s else %I = %s and %s end', one, mine, case_column, one, mine);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy seen on %s for select using ' || may, target, whole, '{read,write}', mine);
  execute format('create policy added on %s for insert with check ' || may, target, whole, '{write}', mine);
  execute format('create policy changed on %s for update using ' || may, target, whole, '{write}', mine);
  execute format('create policy removed on %s for delete using ' || may, target, whole, '{write}', mine);
end $$;
comment on function guard_by_organ(regclass, text) is
  '一张新表的行级安全：按机关，有案件列的再按案件 / for the migration of a new table: rows by organ, and by case where it has one';

create function guard_open(target regclass, writers text[] default '{}') returns void language plpgsql as $$
declare
  may text := format($q$(select current_setting('zhiqing.kind', true)) = any (%L::text[])$q$, writers || '{keeper}'::text[]);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy seen on %s for select using (true)', target);
  execute format('create policy added on %s for insert with check (%s)', target, may);
  execute format('create policy changed on %s for update using (%s) with check (%s)', target, may, may);
  execute format('create policy removed on %s for delete using (%s)', target, may);
end $$;
comment on function guard_open(regclass, text[]) is
  '谁都可以看、只有写明的才能写的表 / for tables that anybody may read and only these kinds of acting may write';

create function guard_by_kind(target regclass, kinds text[]) returns void language plpgsql as $$
declare
  may text := format($q$(select current_setting('zhiqing.kind', true)) = any (%L::text[])$q$, kinds);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy kept on %s using (%s) with check (%s)', target, may, may);
end $$;
comment on function guard_by_kind(regclass, text[]) is
  '只对写明的办理方式存在的表 / for tables that are there for these kinds of acting alone';

select guard_by_organ('cases', 'id');
select guard_by_organ('case_words', 'case_id');
select guard_by_organ('case_facts', 'case_id');
select guard_by_organ('fact_words', 'case_id');
select guard_by_organ('letters', 'case_id');
select guard_by_organ('outbox', 'case_id');
select guard_by_organ('due_days', 'case_id');
select guard_by_organ('looks', 'case_id');
select guard_by_organ('idempotency', 'case_id');
select guard_by_organ('number_series');

-- What an organ is called, where it is and how it reads the law is told to everybody who asks it for something.
select guard_open('organs');
select guard_open('calendar_notices');
select guard_open('instance');
select guard_open('migrations');
select guard_open('organ_settings');
create policy set_by_administrator on organ_settings for insert with check (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and organ = (select current_setting('zhiqing.organ', true))
  and 'admin' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[]));

select guard_by_kind('attempts', '{door,keeper}');
select guard_by_kind('sessions', '{door,keeper}');
select guard_by_kind('staff', '{door,keeper}');
create policy seen_by_colleagues on staff for select using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and organ = (select nullif(current_setting('zhiqing.organ', true), '')));

-- Whoever looks a case up sees the one row that number and code name together, and nothing of one without the other.
create policy seen_by_code on cases for select using (
  case when (select current_setting('zhiqing.kind', true)) = 'code'
    then number = (select nullif(current_setting('zhiqing.number', true), ''))
      and query_code_mac = (select decode(nullif(current_setting('zhiqing.mac', true), ''), 'hex'))
    else false end);

-- A form sent twice must find its first answer, which belongs to the case made then: the key is the form's own secret.
create policy seen_by_key on idempotency for select using (
  (select current_setting('zhiqing.kind', true)) = 'case'
  and organ = any ((select nullif(current_setting('zhiqing.organs', true), ''))::text[])
  and key = (select nullif(current_setting('zhiqing.key', true), '')));

-- An applicant writes nothing into the ledger as somebody else; staff write as what they are; and in a supervised organ's
-- ledger nobody writes but its supervisor. The calendar looks first, whoever comes.
create policy written_as_oneself on case_facts as restrictive for insert with check (
  case (select current_setting('zhiqing.kind', true))
    when 'case' then role in ('applicant', 'calendar')
    when 'staff' then role = 'calendar' or (
      role = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
      and (organ = (select current_setting('zhiqing.organ', true))) = (role <> 'supervisor'))
    else true
  end);
