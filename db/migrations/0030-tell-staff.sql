-- Why: whoever works on cases is told what has come to concern them since they last looked, on the page and by mail. What is
-- news is asked of the ledgers and the due days; kept is only how far somebody has looked, and how they want to be written to.
-- The type stands in it so that what is news to nobody is passed over without its row being read.
create index case_facts_recorded_idx on case_facts (organ, recorded_at, type);

create table notice_marks (
  person uuid primary key references staff (id),
  seen_to timestamptz not null,
  seen_on date not null
);
comment on table notice_marks is '各人的通知看到哪里 / how far somebody has looked';
comment on column notice_marks.seen_to is '早于这一刻记入台账的都看过了 / facts recorded before this instant';
comment on column notice_marks.seen_on is '看的那一天：期限将至、已过期限按日计 / the day of the look: days are told by the day';

create table notice_mail (
  person uuid primary key references staff (id),
  address text not null,
  kinds text[] not null,
  digest_at int constraint notice_mail_digest_check check (digest_at between 0 and 1439),
  quiet_from int not null constraint notice_mail_quiet_from_check check (quiet_from between 0 and 1439),
  quiet_to int not null constraint notice_mail_quiet_to_check check (quiet_to between 0 and 1439),
  working_days_only boolean not null,
  told_to timestamptz not null,
  told_on date not null,
  digested_on date
);
comment on table notice_mail is '愿意收邮件通知的人：地址、哪些、几点以后不发 / who wants to be told by mail, of what, and when not';
comment on column notice_mail.digest_at is '每天一封汇总，零点起的分钟数；空为随时 / one mail a day at this minute; null: as it comes';
comment on column notice_mail.quiet_from is '免打扰起止，零点起的分钟数，起止相同为没有 / quiet hours in minutes since midnight; alike: none';
comment on column notice_mail.told_to is '早于这一刻的已经写进邮件：与待发的邮件同一事务 / put into a mail already; moved in the mail''s own transaction';

-- A mail to staff belongs to no case and has no letter.
alter table outbox alter column case_id drop not null;
alter table outbox drop constraint outbox_kind_check;
alter table outbox drop constraint outbox_letter_check;
alter table outbox drop constraint outbox_words_check;
alter table outbox add constraint outbox_kind_check check (kind in ('print', 'mail', 'note', 'notice'));
alter table outbox add constraint outbox_letter_check check ((kind in ('note', 'notice')) = (n is null));
alter table outbox add constraint outbox_words_check check ((kind in ('note', 'notice')) = (words is not null));
alter table outbox add constraint outbox_notice_check check ((kind = 'notice') = (case_id is null));

-- One's own and nobody else's; the post reads whom to write to and moves how far it told.
select guard_by_kind('notice_marks', '{keeper}');
create policy own_mark on notice_marks using ((select current_setting('zhiqing.kind', true)) = 'staff'
  and person = (select nullif(current_setting('zhiqing.person', true), ''))::uuid);
select guard_by_kind('notice_mail', '{keeper,calendar}');
create policy own_mail on notice_mail using ((select current_setting('zhiqing.kind', true)) = 'staff'
  and person = (select nullif(current_setting('zhiqing.person', true), ''))::uuid);
-- Whom to write to: who they are and whether they still work here.
create policy seen_by_post on staff for select using ((select current_setting('zhiqing.kind', true)) = 'calendar');
