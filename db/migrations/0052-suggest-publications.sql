-- Why: whoever was given information may suggest that it be published for all (条例 44.2). What somebody suggested is listed with
-- what many ask for, and found by an index of its own: few cases are in it, and the counting of what is hot reads none of them.
alter table cases
  add column counted_suggested_on date generated always as (
    case when snapshot ->> 'drill' = 'true' then null else counted_day(snapshot #>> '{suggestions,0,on}') end) stored;
comment on column cases.counted_suggested_on is '申请人建议主动公开之日，没有建议的和演练为空 / the day the applicant suggested publishing it; null without one and for a drill';
create index cases_suggested_idx on cases (organ, topic) where counted_suggested_on is not null;

comment on table publication_decisions is '多人申请、申请人建议主动公开的信息是否主动公开：研判和结果，只增不改 / whether what many ask for, or an applicant suggested, is published: what was decided, append-only';
-- An applicant reads what was decided of a suggestion, and decides nothing.
create policy decided_by_no_applicant on publication_decisions as restrictive for insert with check (
  (select current_setting('zhiqing.kind', true)) <> 'case');
