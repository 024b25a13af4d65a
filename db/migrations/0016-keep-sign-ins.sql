-- Why: what opens a door lies apart from who somebody is, and what is done at the doors is written down for one kind of eyes.
create table credentials (
  person uuid primary key references staff (id),
  password_hash text not null constraint credentials_password_hash_check check (password_hash like 'scrypt$%'),
  password_set_at timestamptz not null default now(),
  must_change boolean not null default false,
  one_time_until timestamptz,
  earlier text[] not null default '{}',
  totp_secret bytea,
  totp_since timestamptz,
  totp_step bigint,
  recovery bytea[] not null default '{}'
);
comment on table credentials is '登录凭据，与人员分开存放 / what signs somebody in; read at the door alone';
comment on column credentials.one_time_until is '管理员给的一次性密码到何时有效 / a password given by an administrator opens until then, and must be changed';
comment on column credentials.earlier is '以前用过的密码的散列，最近的在前 / hashes of earlier passwords, the newest first';
comment on column credentials.totp_secret is '密封的动态口令种子 / sealed seed of the one-time codes (RFC 6238)';
comment on column credentials.totp_step is '最近用过的时间步：一个口令只用一次 / the last step used: a code opens once';
comment on column credentials.recovery is '没用过的恢复码的密钥摘要 / keyed digests of unused recovery codes';
insert into credentials (person, password_hash, password_set_at) select id, password_hash, created_at from staff;
alter table staff drop column password_hash;

alter table sessions add column id uuid not null default gen_random_uuid() constraint sessions_id_key unique,
  add column began_at timestamptz not null default now(), add column address text, add column program text,
  add column second_factor boolean not null default false;
create index sessions_person_idx on sessions (person);
comment on column sessions.id is '列出和结束自己的登录时用；不是令牌 / to list and end one''s own; opens nothing';
comment on column sessions.program is '浏览器自报的名称，截短 / what the browser calls itself, cut short';

create table known_devices (
  token_hash bytea primary key constraint known_devices_token_hash_check check (octet_length(token_hash) = 32),
  person uuid not null references staff (id),
  seen_at timestamptz not null
);
create index known_devices_person_idx on known_devices (person);
comment on table known_devices is '登录过的设备：别人乱试密码时，本人的设备不受连累 / devices somebody signed in from; guessing elsewhere does not shut them out';

create table security_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  organ text references organs (id),
  person uuid,
  name text not null,
  act text not null,
  result text not null,
  subject text,
  case_id uuid,
  reason text,
  address text
);
create index security_log_organ_idx on security_log (organ, id desc);
comment on table security_log is '安全日志：登录、账号、查看个人信息，只增不改，只有审计管理员能看 / acts at the doors; append-only; for the audit administrator';
comment on column security_log.name is '登录时填写的用户名，或者办理人的用户名 / the name that was given, or the sign-in name of who did it';
create trigger security_log_no_change before update or delete on security_log
  for each row execute function ledger_deny();
create trigger security_log_no_truncate before truncate on security_log
  for each statement execute function ledger_deny();

select guard_by_kind('credentials', '{door,keeper}');
select guard_by_kind('known_devices', '{door,keeper}');

-- An organ's administrators keep the people of their organ, those of no organ everybody; nobody else changes who somebody is.
create policy kept_by_administrators on staff for all using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and (select nullif(current_setting('zhiqing.roles', true), ''))::text[] && '{admin,securityAdmin}'
  and coalesce(organ = (select nullif(current_setting('zhiqing.organ', true), '')),
    (select nullif(current_setting('zhiqing.organ', true), '')) is null));
create policy kept_with_people on credentials for all using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and (select nullif(current_setting('zhiqing.roles', true), ''))::text[] && '{admin,securityAdmin}'
  and exists (select from staff s where s.id = credentials.person));
create policy ended_with_people on sessions for all using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and (select nullif(current_setting('zhiqing.roles', true), ''))::text[] && '{admin,securityAdmin}'
  and exists (select from staff s where s.id = sessions.person));

alter table security_log enable row level security;
alter table security_log force row level security;
create policy written on security_log for insert with check (
  case (select current_setting('zhiqing.kind', true))
    when 'door' then true
    when 'keeper' then true
    when 'staff' then person = (select nullif(current_setting('zhiqing.person', true), ''))::uuid
    else false
  end);
create policy seen_by_audit on security_log for select using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and 'auditAdmin' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
  and coalesce(organ = (select nullif(current_setting('zhiqing.organ', true), '')),
    (select nullif(current_setting('zhiqing.organ', true), '')) is null));
