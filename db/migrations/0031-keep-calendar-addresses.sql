-- Why: a telephone's calendar fetches due days by an address alone; its token is kept as a digest, one a person, and can be
-- withdrawn or renewed.
create table calendar_addresses (
  person uuid primary key references staff (id),
  token_hash bytea not null constraint calendar_addresses_token_key unique
    constraint calendar_addresses_token_check check (octet_length(token_hash) = 32),
  made_at timestamptz not null
);
comment on table calendar_addresses is '日历订阅地址：只存令牌的 SHA-256 / addresses of subscribed calendars; only the digest of the token';

select guard_by_kind('calendar_addresses', '{door,keeper}');
create policy own_address on calendar_addresses using ((select current_setting('zhiqing.kind', true)) = 'staff'
  and person = (select nullif(current_setting('zhiqing.person', true), ''))::uuid);
