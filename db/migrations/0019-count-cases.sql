-- Why: the yearly report and the statistics add up what the fold says of each case; the columns are drawn from it by the
-- database itself, so that they cannot say anything else.
create function counted_day(text) returns date language sql immutable strict parallel safe
  return make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int);
comment on function counted_day(text) is 'YYYY-MM-DD 转为日期，不依赖 DateStyle / the same under every DateStyle, unlike a cast';

alter table cases
  add column counted_kind text generated always as (snapshot #>> '{counted,kind}') stored,
  add column counted_received_on date generated always as (counted_day(snapshot ->> 'receivedOn')) stored,
  add column counted_line text generated always as (snapshot #>> '{counted,closing,line}') stored,
  add column counted_closed_on date generated always as (counted_day(snapshot #>> '{counted,closing,closedOn}')) stored,
  add column counted_remedies jsonb generated always as (nullif(snapshot #> '{counted,remedies}', '[]'::jsonb)) stored;
comment on column cases.counted_kind is '申请人类型，按提出时计，变更申请人不变 / column of table three';
comment on column cases.counted_received_on is '收到之日，确认前为空 / the day of receipt';
comment on column cases.counted_line is '首次结果在表三的行，在办的为空 / line of the first result; a reply made anew is no second one (R98)';
comment on column cases.counted_closed_on is '首次办结之日：寄出、视为放弃或者撤回 / the day of that result (R95, A11)';
comment on column cases.counted_remedies is '表四所计的复议、诉讼，没有的为空 / what table four counts of it (R97)';

create index cases_counted_idx on cases (organ, counted_received_on)
  include (counted_closed_on, counted_line, counted_kind) where counted_received_on is not null;
create index cases_counted_remedies_idx on cases (organ) where counted_remedies is not null;
