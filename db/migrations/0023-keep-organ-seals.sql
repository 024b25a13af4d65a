-- Why: a letter may bear the organ's seal; what was sealed, by which certificate and when must be told, and bytes once kept
-- are the letter that went out: nobody changes them, only erasing (个人信息保护法 47) takes them away.
alter table letters add column organ_seal jsonb;
alter table letters add constraint letters_organ_seal_check check (organ_seal is null or sha256 is not null);
comment on column letters.organ_seal is '电子印章：印制原文的散列和长度、证书、时间；空表示没有加盖 / the organ''s seal; null for none. Not pdf_sealed, which is encryption at rest';

create function letters_keep_bytes() returns trigger language plpgsql as $$
begin
  if new.sha256 is distinct from old.sha256 or new.organ_seal is distinct from old.organ_seal
    or new.template_sha256 is distinct from old.template_sha256
    or (new.pdf is distinct from old.pdf and not (new.pdf is null and new.erased_at is not null)) then
    raise exception '文书已经制发，不能改动：案件 % 第 % 号文书 / an issued letter is not changed', old.case_id, old.n
      using errcode = '42501';
  end if;
  return new;
end $$;
comment on function letters_keep_bytes() is '印制并存档的文书不能改动 / refuses changes to kept bytes';

create trigger letters_keep_bytes before update on letters
  for each row when (old.sha256 is not null) execute function letters_keep_bytes();
