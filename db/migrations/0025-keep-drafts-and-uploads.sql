-- Why: what an applicant has typed survives a restart, under a code he can write down; files lie where letters lie.
create table drafts (
  mac bytea primary key,
  sealed bytea not null,
  expires_at timestamptz not null,
  updated_at timestamptz not null default now()
);
create index drafts_expires_idx on drafts (expires_at);
comment on table drafts is '没有提交的申请，不是案件，不入统计，到期删除 / requests not yet filed: no cases, in no statistics, deleted when they expire';
comment on column drafts.mac is '草稿码的密钥摘要 / keyed digest of the draft code; the code itself is kept nowhere';
comment on column drafts.sealed is '填写的内容，AES-256-GCM / what was filled in, sealed with the key of the house';

create table uploads (
  id uuid primary key,
  basket bytea,
  label bytea,
  bytes bytea,
  sha256 text not null,
  size int not null check (size > 0),
  expires_at timestamptz,
  organ text,
  case_id uuid,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  foreign key (organ, case_id) references cases (organ, id),
  check ((organ is null) = (case_id is null)),
  check ((case_id is null) = (basket is not null)),
  check ((case_id is null) = (expires_at is not null)),
  check ((bytes is null) = (erased_at is not null)),
  check ((label is null) = (erased_at is not null))
);
create index uploads_basket_idx on uploads (basket) where basket is not null;
create index uploads_case_idx on uploads (organ, case_id) where case_id is not null;
create index uploads_expires_idx on uploads (expires_at) where expires_at is not null;
comment on table uploads is '申请人提交的文件；立案以前属于草稿或者本次查询，立案以后属于案件 / files of applicants: of a draft or a visit first, of the case once it is filed';
comment on column uploads.basket is '草稿或者查询的密钥摘要，入案后为空 / keyed digest of the draft or the visit; null once the file belongs to a case';
comment on column uploads.label is '名称和种类，密封 / name and kind, sealed';
comment on column uploads.bytes is '文件内容，AES-256-GCM / the bytes, sealed';

create function uploads_keep_filed() returns trigger language plpgsql as $$
begin
  if old.case_id is not null then
    if tg_op = 'DELETE' then raise exception '入案的文件不能删除 / a file of a case is not deleted'; end if;
    if new.case_id is distinct from old.case_id or new.organ is distinct from old.organ or new.sha256 <> old.sha256
      or (new.erased_at is null and (new.bytes is distinct from old.bytes or new.label is distinct from old.label)) then
      raise exception '入案的文件不能更改 / a file of a case is not changed';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger uploads_keep_filed before update or delete on uploads
  for each row execute function uploads_keep_filed();

-- Whoever shows the code of a draft, or stands at a case, reaches what lies under its digest and nothing else.
--   zhiqing.mac    the digest, for the acting "basket"
--   zhiqing.files  the files that an act upon a case names, while it is filed
alter table drafts enable row level security;
alter table drafts force row level security;
create policy by_code on drafts
  using ((select current_setting('zhiqing.kind', true)) = 'basket'
    and mac = (select decode(nullif(current_setting('zhiqing.mac', true), ''), 'hex')))
  with check ((select current_setting('zhiqing.kind', true)) = 'basket'
    and mac = (select decode(nullif(current_setting('zhiqing.mac', true), ''), 'hex')));
create policy tidied on drafts using ((select current_setting('zhiqing.kind', true)) = 'keeper')
  with check ((select current_setting('zhiqing.kind', true)) = 'keeper');

select guard_by_organ('uploads', 'case_id');
create policy in_basket on uploads
  using (case_id is null and (select current_setting('zhiqing.kind', true)) = 'basket'
    and basket = (select decode(nullif(current_setting('zhiqing.mac', true), ''), 'hex')))
  with check (case_id is null and (select current_setting('zhiqing.kind', true)) = 'basket'
    and basket = (select decode(nullif(current_setting('zhiqing.mac', true), ''), 'hex')));
create policy named_to_be_filed on uploads for select
  using (case_id is null and id = any ((select nullif(current_setting('zhiqing.files', true), ''))::uuid[]));
-- What it becomes is held by the policy `changed`: a file of the acting's own case.
create policy filed on uploads for update
  using (case_id is null and id = any ((select nullif(current_setting('zhiqing.files', true), ''))::uuid[]))
  with check (false);
