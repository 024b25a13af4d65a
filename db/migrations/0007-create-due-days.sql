-- Why: the scheduler asks what is due without folding every case; these rows are computed and can be rebuilt.
create table due_days (
  organ text not null,
  case_id uuid not null,
  what text not null,
  id text not null default '',
  due_on date,
  article text not null,
  provisional boolean not null,
  calendar_version text not null,
  primary key (organ, case_id, what, id),
  foreign key (organ, case_id) references cases (organ, id)
);
create index due_days_due_on_idx on due_days (due_on);
comment on table due_days is '各案现有的期限，由台账和日历算出 / what is due in each case, computed from ledger and calendar';
comment on column due_days.id is '所属征求意见或者协查，空串表示本案 / the consultation or assistance; empty for the case itself';
comment on column due_days.due_on is '空表示起算的文书尚未送达 / null while the letter that starts it is not served';

create table looks (
  organ text not null,
  case_id uuid not null,
  looked_on date not null,
  primary key (organ, case_id),
  foreign key (organ, case_id) references cases (organ, id)
);
comment on table looks is '日程最近一次查看各案的日期 / the day the scheduler last looked at a case';
