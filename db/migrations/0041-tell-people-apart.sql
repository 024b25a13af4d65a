-- Why: the ledger and the files of cases know people by what they are called; two of one name in one organ would share both.
select set_config('zhiqing.kind', 'keeper', true);
update staff s set display_name = s.display_name || '（' || s.name || '）' where exists (
  select from staff o where o.organ = s.organ and o.display_name = s.display_name
    and (o.created_at, o.name) < (s.created_at, s.name));
create unique index staff_display_name_key on staff (organ, display_name);
comment on column staff.display_name is
  '姓名，本机关内唯一，台账以此记人 / what somebody is called, one in an organ: so the ledger names who did what';
select set_config('zhiqing.kind', '', true);
