-- Why: what many ask for may be published once for all (条例 44). Somebody decides, with a reason, and later says where it
-- stands; every step is kept. The topic is a digest of the words asked for, so that the words themselves stay with the cases.
create table publication_decisions (
  organ text not null references organs (id),
  topic text not null constraint publication_decisions_topic_check check (topic ~ '^[0-9a-f]{64}$'),
  n int not null constraint publication_decisions_n_check check (n >= 1),
  title text not null constraint publication_decisions_title_check check (btrim(title) <> ''),
  act text not null constraint publication_decisions_act_check check (act in ('publish', 'decline', 'published')),
  reason text not null,
  place text constraint publication_decisions_place_check check ((act = 'published') = (btrim(coalesce(place, '')) <> '')),
  requests int not null,
  applicants int not null,
  decided_on date not null,
  decided_by text,
  decided_at timestamptz not null default now(),
  primary key (organ, topic, n),
  constraint publication_decisions_reason_check check (act = 'published' or btrim(reason) <> '')
);
comment on table publication_decisions is '多人申请的信息是否主动公开：研判和结果，只增不改 / whether what many ask for is published: what was decided, append-only';
comment on column publication_decisions.topic is '所申请信息的摘要 / digest of the words asked for, widths, blanks and marks apart';
comment on column publication_decisions.title is '机关所写的信息名称 / what the organ calls it';
comment on column publication_decisions.place is '在哪里公开 / where it can be read';
comment on column publication_decisions.requests is '研判时一年内的申请件数 / requests within the year when it was decided';

create trigger publication_decisions_no_change before update or delete on publication_decisions
  for each row execute function ledger_deny();
create trigger publication_decisions_no_truncate before truncate on publication_decisions
  for each statement execute function ledger_deny();

select guard_by_organ('publication_decisions');
-- Only the head of the organ's own office decides, whatever the service's own check says.
create policy decided_by_head on publication_decisions as restrictive for insert with check (
  case (select current_setting('zhiqing.kind', true))
    when 'staff' then organ = (select current_setting('zhiqing.organ', true))
      and 'officeHead' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
    else true
  end);
