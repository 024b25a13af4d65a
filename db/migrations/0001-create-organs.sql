-- Why: every row below belongs to one organ; its record and its dated settings come first.
create table organs (
  id text primary key constraint organs_id_check check (id ~ '^[A-Za-z0-9_-]{1,40}$'),
  record jsonb not null,
  created_at timestamptz not null default now()
);
comment on table organs is '行政机关档案：名称、代字、地址、渠道等 / the organs and everything letters print of them';
comment on column organs.id is '机关标识，也是每张表的租户列 / tenant key in every other table (column organ)';

create table organ_settings (
  organ text not null references organs (id),
  from_on date not null,
  settings jsonb not null,
  created_at timestamptz not null default now(),
  primary key (organ, from_on)
);
comment on table organ_settings is '机关设置，按生效日分行，旧行不改 / settings by the day they take effect; what is left out has its default';
