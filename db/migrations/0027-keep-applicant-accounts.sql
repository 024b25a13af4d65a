-- Why: an applicant whom 统一身份认证 has made known sees the own requests together and types no name twice. Number and code
-- stay for everybody; nobody has an account by any other way than that.
create table applicant_accounts (
  id uuid primary key,
  issuer text not null,
  sub_mac bytea not null constraint applicant_accounts_sub_mac_check check (octet_length(sub_mac) = 32),
  sealed bytea not null,
  created_at timestamptz not null,
  constraint applicant_accounts_sub_key unique (issuer, sub_mac)
);
comment on table applicant_accounts is '申请人账户，只能由统一身份认证产生 / accounts of applicants, made by the sign-on provider alone';
comment on column applicant_accounts.sub_mac is '对方所给用户标识的密钥摘要 / keyed digest of the provider''s subject';
comment on column applicant_accounts.sealed is '对方告知的姓名、证件号码，AES-256-GCM / name and id number as the provider told them, sealed';

create table applicant_sessions (
  token_hash bytea primary key constraint applicant_sessions_token_hash_check check (octet_length(token_hash) = 32),
  account uuid not null references applicant_accounts (id) on delete cascade,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index applicant_sessions_ends_at_idx on applicant_sessions (ends_at);
create index applicant_sessions_account_idx on applicant_sessions (account);
comment on table applicant_sessions is '申请人的登录 / applicants who are signed in';
comment on column applicant_sessions.token_hash is '令牌的 SHA-256，令牌本身不存 / only the digest of the token is kept';

create table account_cases (
  account uuid not null references applicant_accounts (id) on delete cascade,
  organ text not null,
  case_id uuid not null,
  added_at timestamptz not null,
  primary key (organ, case_id, account),
  foreign key (organ, case_id) references cases (organ, id)
);
create index account_cases_account_idx on account_cases (account);
comment on table account_cases is '账户名下的案件：登录后提交的，或者以编号和查询码加入的 / cases of an account: filed while signed in, or added by number and code';

-- Who signed in is told in zhiqing.person, for the acting "account"; and for "case", which shows the case to be added.
select guard_by_kind('applicant_accounts', '{door,keeper}');
select guard_by_kind('applicant_sessions', '{door,keeper}');
select guard_by_kind('account_cases', '{keeper}');
create policy own on account_cases for select using (
  (select current_setting('zhiqing.kind', true)) = any ('{account,case}')
  and account = (select nullif(current_setting('zhiqing.person', true), '')::uuid));
create policy shown on account_cases for insert with check (
  (select current_setting('zhiqing.kind', true)) = 'case'
  and account = (select nullif(current_setting('zhiqing.person', true), '')::uuid)
  and case_id = (select nullif(current_setting('zhiqing.case', true), '')::uuid)
  and organ = any ((select nullif(current_setting('zhiqing.organs', true), ''))::text[]));

-- Whoever signed in sees the own cases, to list them; to do anything with one, they open it.
create policy seen_by_account on cases for select using (
  case when (select current_setting('zhiqing.kind', true)) = 'account'
    then (organ, id) in (select a.organ, a.case_id from account_cases a)
    else false end);
create policy seen_by_account on case_words for select using (
  case when (select current_setting('zhiqing.kind', true)) = 'account'
    then (organ, case_id) in (select a.organ, a.case_id from account_cases a)
    else false end);
