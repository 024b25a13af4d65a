-- Why: a reply that goes by e-mail takes the information along that it gives; which papers those are is said when it is sent.
alter table outbox drop constraint outbox_words_check;
alter table outbox add constraint outbox_words_check check (
  case kind when 'mail' then true else (kind in ('note', 'notice')) = (words is not null) end);
comment on column outbox.words is
  '短信函（note）、通知（notice）的内容，随信（mail）材料的序号；没有个人信息 / what a note or a notice says, which papers a mailed letter encloses; nothing personal';
