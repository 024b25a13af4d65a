-- Why: what many ask for (条例 44) was found by reading the words of every case of a year; now its digest stands beside the
-- case, and the index of what was received tells all that is counted.
alter table cases add column topic bytea;
comment on column cases.topic is '所申请信息的摘要，不分写法；随言辞删除 / digest of what is asked, however it is written; erased with the words';
-- Every case is folded anew at the next start, which fills it.
update instance set fold = 0;

drop index cases_counted_idx;
create index cases_counted_idx on cases (organ, counted_received_on)
  include (counted_closed_on, counted_line, counted_kind, topic, applicant_index, id, number, query_code_mac, is_assisted)
  where counted_received_on is not null;
