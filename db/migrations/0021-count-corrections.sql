-- Why: the running statistics tell how many requests were asked to be corrected and how many replies were extended, and
-- look at what is open without folding every case.
alter table cases
  add column counted_corrected boolean generated always as (coalesce((snapshot #>> '{counted,corrected}') = 'true', false)) stored,
  add column counted_extended boolean generated always as (coalesce((snapshot #>> '{counted,extended}') = 'true', false)) stored,
  add column counted_arrived_on date generated always as (counted_day(snapshot ->> 'arrivedOn')) stored;
comment on column cases.counted_corrected is '告知过补正 / a correction was asked for';
comment on column cases.counted_extended is '延长过答复期限 / the period was extended';
comment on column cases.counted_arrived_on is '到达之日，未确认的也有 / the day it came, confirmed or not';
create index cases_unfinished_idx on cases (organ) where counted_closed_on is null or state = 'issued';
create index cases_counted_closed_idx on cases (organ, counted_closed_on)
  include (counted_received_on, counted_line, counted_corrected, counted_extended) where counted_closed_on is not null;
