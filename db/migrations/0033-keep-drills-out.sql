-- Why: a drill (演练) goes the way of any request and must be in no figure (rulebook R98): what is counted of it is nothing,
-- so no query can count it by an oversight. It has numbers of its own. And a year's tables are looked up by what the year
-- tells of, not by everything received up to it.
alter table cases
  drop column counted_received_on,
  drop column counted_closed_on,
  drop column counted_remedies,
  drop column counted_fee_paid_on,
  drop constraint cases_serial_key;

-- Days of jsonb are compared as text, as the folds do; they are all YYYY-MM-DD.
create function counted_remedies_from(remedies jsonb) returns date language sql immutable strict parallel safe
  return (select min(counted_day(one #>> '{standings,0,from}')) from jsonb_array_elements(remedies) one);
create function counted_remedies_until(remedies jsonb) returns date language sql immutable strict parallel safe
  return (select max(case when one #>> '{standings,-1,column}' = 'pending' then 'infinity'::date
    else counted_day(one #>> '{standings,-1,from}') end) from jsonb_array_elements(remedies) one);

alter table cases
  add column is_drill boolean not null generated always as (coalesce(snapshot ->> 'drill' = 'true', false)) stored,
  add column counted_received_on date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_day(snapshot ->> 'receivedOn') end) stored,
  add column counted_closed_on date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_day(snapshot #>> '{counted,closing,closedOn}') end) stored,
  add column counted_carried boolean not null generated always as (
    snapshot ->> 'drill' is distinct from 'true' and snapshot ->> 'receivedOn' is not null
    and coalesce(left(snapshot #>> '{counted,closing,closedOn}', 4) > left(snapshot ->> 'receivedOn', 4), true)) stored,
  add column counted_remedies jsonb generated always as (
    case when snapshot ->> 'drill' = 'true' then null else nullif(snapshot #> '{counted,remedies}', '[]'::jsonb) end) stored,
  add column counted_remedies_from date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_remedies_from(nullif(snapshot #> '{counted,remedies}', '[]')) end) stored,
  add column counted_remedies_until date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_remedies_until(nullif(snapshot #> '{counted,remedies}', '[]')) end) stored,
  add column counted_fee_paid_on date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_day(snapshot #>> '{fee,paidOn}') end) stored,
  add constraint cases_serial_key unique (organ, is_drill, number_year, number_serial);

comment on column cases.is_drill is '演练，不计入任何统计 / a drill: in no figure';
comment on column cases.counted_received_on is '收到之日，确认前和演练为空 / the day of receipt; null for a drill';
comment on column cases.counted_closed_on is '首次办结之日：寄出、视为放弃或者撤回 / the day of that result (R95, A11)';
comment on column cases.counted_carried is '12月31日在办过：结转过的案件 / open on some 31 December: carried into another year, or open';
comment on column cases.counted_remedies is '表四所计的复议、诉讼，没有的为空 / what table four counts of it (R97)';
comment on column cases.counted_remedies_from is '其中最早提出之日 / the first day of any of them';
comment on column cases.counted_remedies_until is '其中最后审结之日，有未审结的为无穷 / the last day that any was decided; infinity while one is pending';
comment on column cases.counted_fee_paid_on is '信息处理费缴清之日 / the day the fee was paid';

-- With what the policies of the rows look at (id, number, query_code_mac): without it every row is fetched to be seen.
create index cases_counted_idx on cases (organ, counted_received_on)
  include (counted_closed_on, counted_line, counted_kind, id, number, query_code_mac) where counted_received_on is not null;
create index cases_carried_idx on cases (organ, counted_closed_on, counted_received_on)
  include (counted_line, counted_kind, id, number, query_code_mac) where counted_carried;
create index cases_counted_remedies_idx on cases (organ, counted_remedies_until, counted_remedies_from)
  where counted_remedies is not null;
create index cases_counted_fee_idx on cases (organ, counted_fee_paid_on) where counted_fee_paid_on is not null;
create index cases_unfinished_idx on cases (organ) where not is_drill and (counted_closed_on is null or state = 'issued');
create index cases_counted_closed_idx on cases (organ, counted_closed_on)
  include (counted_received_on, counted_line, counted_corrected, counted_extended)
  where counted_closed_on is not null;

-- A drill's letters are numbered within their case and take no number of a series.
alter table letters drop constraint letters_series_check,
  add constraint letters_series_check check (
    (document_number is null) = (series is null) or (document_number like '演练%' and series is null));
