-- Why: a newer program may fold ledgers into more than an older one did; then every current row is folded anew at start.
alter table instance add column fold int not null default 0;
comment on column instance.fold is '案件当前行按哪一版折叠 / which version of the fold made the current rows';
