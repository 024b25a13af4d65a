-- Why: a setting changes by itself, from a day on, by somebody and for a reason; what it was before stays to be read.
create temporary table settings_before on commit drop as select * from organ_settings;
drop table organ_settings;

create table organ_settings (
  organ text not null references organs (id),
  id bigint generated always as identity,
  name text not null,
  value jsonb not null,
  from_on date not null,
  reason text not null constraint organ_settings_reason_check check (btrim(reason) <> ''),
  set_by text,
  set_at timestamptz not null default now(),
  primary key (organ, id)
);
create index organ_settings_in_force_idx on organ_settings (organ, name, from_on desc, id desc);
comment on table organ_settings is '机关设置：一行一次改变，只增不改；以办理当日有效的为准 / one row a change, append-only; the day of the act decides';
comment on column organ_settings.value is 'JSON null 表示恢复默认 / JSON null: the usual value again';
comment on column organ_settings.from_on is '生效日，不早于设置当日；同日多行以后设的为准 / in force from this day; of one day the last row wins';

-- A row of before stood for all settings: what it left out had its default from that day.
insert into organ_settings (organ, name, value, from_on, reason, set_at)
select b.organ, n.name, coalesce(b.settings -> n.name, 'null'), b.from_on, '由原设置转入', b.created_at
from settings_before b
  join lateral (select distinct s.organ, key as name from settings_before s, jsonb_object_keys(s.settings) as key) n
    on n.organ = b.organ
order by b.from_on, n.name;

create trigger organ_settings_no_change before update or delete on organ_settings
  for each row execute function ledger_deny();
create trigger organ_settings_no_truncate before truncate on organ_settings
  for each statement execute function ledger_deny();
