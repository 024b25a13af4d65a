-- Why: a repeat after a lost answer must get the first answer, not a second case.
create table idempotency (
  organ text not null references organs (id),
  person text not null,
  key text not null,
  case_id uuid not null,
  body_hash bytea not null,
  answer bytea not null,
  created_at timestamptz not null default now(),
  primary key (organ, person, key),
  foreign key (organ, case_id) references cases (organ, id)
);
create index idempotency_case_idx on idempotency (organ, case_id);
create index idempotency_created_at_idx on idempotency (created_at);
comment on table idempotency is '幂等键与首次答复 / first answers by idempotency key';
comment on column idempotency.answer is '密封：可能含查询码 / sealed, since it may hold the query code';
