-- Why: an approved model case may turn out to name somebody, a proposed one may not do. Who may approve takes it back or
-- rejects it, with a reason; that is kept and never changed. The words of the model case go at once (个人信息保护法 47), so
-- the record holds none of them.
create table model_case_endings (
  organ text not null references organs (id),
  case_id uuid not null,
  model uuid not null,
  n int not null constraint model_case_endings_n_check check (n >= 1),
  act text not null constraint model_case_endings_act_check check (act in ('withdrawn', 'rejected')),
  reason text not null constraint model_case_endings_reason_check check (btrim(reason) <> ''),
  proposed_by text not null,
  proposed_on date not null,
  approved_by text,
  approved_on date,
  ended_by text not null,
  ended_on date not null,
  ended_at timestamptz not null default now(),
  primary key (organ, model, n),
  foreign key (organ, model) references model_cases (organ, id),
  constraint model_case_endings_approved_check check ((act = 'withdrawn') = (approved_by is not null))
);
comment on table model_case_endings is '典型案例的撤回和退回，只增不改，不留原文 / model cases taken back or rejected: append-only, without their words';

create trigger model_case_endings_no_change before update or delete on model_case_endings
  for each row execute function ledger_deny();
create trigger model_case_endings_no_truncate before truncate on model_case_endings
  for each statement execute function ledger_deny();

alter table model_cases
  add column ended int,
  add foreign key (organ, id, ended) references model_case_endings (organ, model, n),
  add constraint model_cases_ended_check
    check (ended is null or (approved_by is null and story is null and point is null));
comment on column model_cases.ended is '撤回或者退回的记录；重新推荐的为空 / what ended it; null again once it is proposed anew';

select guard_by_organ('model_case_endings', 'case_id');
-- Only who may approve in the organ itself, whatever the service's own check says.
create policy ended_by_reviewer on model_case_endings as restrictive for insert with check (
  case (select current_setting('zhiqing.kind', true))
    when 'staff' then organ = (select current_setting('zhiqing.organ', true))
      and 'legalReviewer' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
    else true
  end);
