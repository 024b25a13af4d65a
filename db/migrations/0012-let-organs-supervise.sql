-- Why: the competent department reads, chases and orders in the cases of the organs under it; which those are is data.
alter table organs add column supervised_by text references organs (id)
  constraint organs_supervised_by_check check (supervised_by <> id);
create index organs_supervised_by_idx on organs (supervised_by);
comment on column organs.supervised_by is '主管部门（政府信息公开工作主管部门）；空表示本实例中没有 / the organ that supervises this one; null: none here';
