-- Why: somebody whom the government's own sign-on has made known needs no password here; who that is, an administrator says.
create table staff_sign_ons (
  issuer text not null,
  sub_mac bytea not null constraint staff_sign_ons_sub_mac_check check (octet_length(sub_mac) = 32),
  person uuid not null references staff (id),
  joined_at timestamptz not null,
  primary key (issuer, sub_mac),
  constraint staff_sign_ons_person_key unique (person)
);
comment on table staff_sign_ons is '工作人员与统一身份认证的关联，由系统管理员建立，不会自行产生 / staff joined to a sign-on provider by an administrator; never by itself';
comment on column staff_sign_ons.sub_mac is '对方所给用户标识的密钥摘要；标识可能就是证件号码，所以不存 / keyed digest of the provider''s subject, which may be an id number';

select guard_by_kind('staff_sign_ons', '{door,keeper}');
create policy kept_with_people on staff_sign_ons for all using (
  (select current_setting('zhiqing.kind', true)) = 'staff'
  and (select nullif(current_setting('zhiqing.roles', true), ''))::text[] && '{admin,securityAdmin}'
  and exists (select from staff s where s.id = staff_sign_ons.person));

alter table sessions add column via text not null default 'password'
  constraint sessions_via_check check (via in ('password', 'provider'));
comment on column sessions.via is '以密码还是统一身份认证登录 / signed in by password, or through the sign-on provider';
