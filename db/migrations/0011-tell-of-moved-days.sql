-- Why: a holiday notice moves due days; whoever waits for the reply is told in a few words, without a letter.
alter table outbox alter column n drop not null;
alter table outbox add column words jsonb;
alter table outbox drop constraint outbox_kind_check;
alter table outbox drop constraint outbox_recipient_check;
alter table outbox add constraint outbox_kind_check check (kind in ('print', 'mail', 'note'));
alter table outbox add constraint outbox_recipient_check check (kind <> 'print' or recipient is null);
alter table outbox add constraint outbox_letter_check check ((kind = 'note') = (n is null));
alter table outbox add constraint outbox_words_check check ((kind = 'note') = (words is not null));
alter table outbox add constraint outbox_case_fkey foreign key (organ, case_id) references cases (organ, id);
comment on column outbox.words is '短信函（note）的内容：编号、日期、通知名称，没有个人信息 / what a note says; nothing personal';

alter table calendar_notices add column imported_by text;
comment on column calendar_notices.imported_by is '导入人，命令行导入的为空 / who imported it; null by command line';
