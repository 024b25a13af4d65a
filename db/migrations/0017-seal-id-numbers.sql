-- Why: numbers of identity papers lie sealed from now on; those that were written in clear are sealed at the next start.
alter table instance add column sealed boolean not null default false;
comment on column instance.sealed is '证件号码已经全部密封 / every number of an identity paper is sealed';
