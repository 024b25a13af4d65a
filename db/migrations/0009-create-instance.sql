-- Why: a database restored beside another key file must say so at start, not fail at every query code.
create table instance (
  singleton boolean primary key default true constraint instance_singleton_check check (singleton),
  keys_fingerprint bytea not null,
  seeded_on date
);
comment on table instance is '本实例：密钥指纹、示例数据 / this instance: fingerprint of its keys, day the demo was seeded; no organ';
