-- Why: organs are added and put under one another by an administrator of none; what an organ's letters print is kept by its own.
-- Somebody who was slowed down by wrong passwords is let go on by the security administrator.
create policy added_by_administrator on organs for insert with check (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and (select nullif(current_setting('zhiqing.organ', true), '')) is null
  and 'admin' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[]));
create policy kept_by_administrator on organs for update using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and 'admin' = any ((select nullif(current_setting('zhiqing.roles', true), ''))::text[])
  and coalesce(id = (select nullif(current_setting('zhiqing.organ', true), '')), true));

create function organs_keep_place() returns trigger language plpgsql as $$
begin
  if new.id <> old.id then
    raise exception '机关代码不能更改 / the id of an organ is not changed';
  end if;
  if current_setting('zhiqing.kind', true) = 'staff' and nullif(current_setting('zhiqing.organ', true), '') is not null
    and new.supervised_by is distinct from old.supervised_by then
    raise exception '主管关系由不属于任何机关的系统管理员设定 / who supervises an organ is not for the organ to say';
  end if;
  return new;
end $$;
create trigger organs_keep_place before update on organs for each row execute function organs_keep_place();

alter table credentials add column unlocks int not null default 0;
comment on column credentials.unlocks is
  '解除登录限制的次数；此前的失败不再计数 / how often an administrator let go on: failures before the last time count no more';
create index security_log_at_idx on security_log (at);
