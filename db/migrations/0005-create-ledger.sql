-- Why: the ledger is the case; nobody changes it, and what was changed behind our back must show.
create table case_facts (
  organ text not null,
  case_id uuid not null,
  version int not null constraint case_facts_version_check check (version >= 1),
  type text not null,
  on_day date not null,
  role text not null,
  person text,
  payload jsonb not null,
  machine_version int not null,
  recorded_at timestamptz not null,
  canon text not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (organ, case_id, version),
  foreign key (organ, case_id) references cases (organ, id)
);
comment on table case_facts is '台账：一行一个事实，只增不改，散列成链 / the ledger: append-only, hash-chained, gapless from version 1';
comment on column case_facts.payload is '公开字段，以及言辞的加盐摘要 / public fields, and the salted digest of the words';
comment on column case_facts.canon is '各列的规范 JSON，散列的对象 / canonical JSON of the columns; what is hashed';
comment on column case_facts.hash is 'sha256(prev_hash ‖ canon)，首行的 prev_hash 为 sha256(案件 id) / genesis = sha256(case id)';

create table fact_words (
  organ text not null,
  case_id uuid not null,
  version int not null,
  words jsonb,
  salt bytea,
  erased_at timestamptz,
  primary key (organ, case_id, version),
  foreign key (organ, case_id, version) references case_facts (organ, case_id, version),
  constraint fact_words_erased_check check ((words is null) = (erased_at is not null) and (words is null) = (salt is null))
);
comment on table fact_words is '事实中的个人信息和言辞，可删除而不断链 / words of a fact; erasing them leaves the chain whole';

create function ledger_deny() returns trigger language plpgsql as $$
begin
  raise exception '台账只增不改：不能对 % 执行 % / append-only', tg_table_name, tg_op using errcode = '42501';
end $$;
comment on function ledger_deny() is '拒绝修改、删除、清空台账 / refuses UPDATE, DELETE and TRUNCATE, of the owner too';

create trigger case_facts_no_change before update or delete on case_facts
  for each row execute function ledger_deny();
create trigger case_facts_no_truncate before truncate on case_facts
  for each statement execute function ledger_deny();

-- Volatile on purpose: so it sees the rows that the same INSERT has put before this one. The schema is named on purpose:
-- so nobody can put a temporary table in the ledger's place.
create function ledger_chain() returns trigger language plpgsql volatile as $$
declare
  before bytea;
begin
  if new.version = 1 then
    before := sha256(convert_to(new.case_id::text, 'UTF8'));
  else
    select hash into before from public.case_facts
      where organ = new.organ and case_id = new.case_id and version = new.version - 1;
  end if;
  if before is null or before <> new.prev_hash or new.hash <> sha256(new.prev_hash || convert_to(new.canon, 'UTF8')) then
    raise exception '台账断链：案件 % 第 % 行 / hash chain broken', new.case_id, new.version
      using errcode = '23514', constraint = 'case_facts_chain_check', table = 'case_facts';
  end if;
  return new;
end $$;
comment on function ledger_chain() is '新行必须接在上一行之后 / a new row must follow the ledger row before it';

create trigger case_facts_chain before insert on case_facts for each row execute function ledger_chain();
