-- Why: people sign in; what they may do hangs on their organ and roles, and guessing must be slow.
create table staff (
  id uuid primary key,
  organ text references organs (id),
  name text not null constraint staff_name_key unique,
  display_name text not null,
  roles text[] not null,
  password_hash text not null constraint staff_password_hash_check check (password_hash like 'scrypt$%'),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table staff is '工作人员 / people who sign in';
comment on column staff.organ is '空表示实例管理员 / null for those who administer the whole instance';
comment on column staff.name is '登录名，全实例唯一：登录时还不知道机关 / one in the whole instance: signing in names no organ';
comment on column staff.password_hash is 'scrypt$N$r$p$salt$hash，不存口令 / never the password';

create table sessions (
  token_hash bytea primary key constraint sessions_token_hash_check check (octet_length(token_hash) = 32),
  organ text references organs (id),
  person uuid not null references staff (id),
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index sessions_ends_at_idx on sessions (ends_at);
comment on table sessions is '登录会话 / sessions';
comment on column sessions.token_hash is '令牌的 SHA-256，令牌本身不存 / only the digest of the token is kept';

create table attempts (
  kind text not null,
  key text not null,
  at timestamptz[] not null,
  primary key (kind, key)
);
comment on table attempts is '登录和查询的尝试，用于限次 / attempts at signing in and looking up; instance-wide, since no organ is known yet';
comment on column attempts.key is '姓名、编号、地址的密钥摘要 / keyed digest of the name, number or address';
