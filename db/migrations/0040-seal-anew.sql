-- Why: kept letters and filed files may never change, but the keys that seal them must (keys rotate): sealed bytes may give
-- way to sealed bytes of the same length, by who keeps the whole instance; the hash of what is in them stays.
create function only_sealed_anew(was bytea, becomes bytea) returns boolean language sql stable as $$
  select was is not distinct from becomes
    or coalesce((select current_setting('zhiqing.kind', true)) = 'keeper' and length(becomes) = length(was), false)
$$;

create or replace function letters_keep_bytes() returns trigger language plpgsql as $$
begin
  if new.sha256 is distinct from old.sha256 or new.organ_seal is distinct from old.organ_seal
    or new.template_sha256 is distinct from old.template_sha256
    or (new.pdf is distinct from old.pdf and not (new.pdf is null and new.erased_at is not null)
      and not (old.pdf_sealed and new.pdf_sealed and only_sealed_anew(old.pdf, new.pdf))) then
    raise exception '文书已经制发，不能改动：案件 % 第 % 号文书 / an issued letter is not changed', old.case_id, old.n
      using errcode = '42501';
  end if;
  return new;
end $$;

create or replace function uploads_keep_filed() returns trigger language plpgsql as $$
begin
  if old.case_id is not null then
    if tg_op = 'DELETE' then raise exception '入案的文件不能删除 / a file of a case is not deleted'; end if;
    if new.case_id is distinct from old.case_id or new.organ is distinct from old.organ or new.sha256 <> old.sha256
      or (new.erased_at is null and (new.bytes is distinct from old.bytes or new.label is distinct from old.label)
        and not (only_sealed_anew(old.bytes, new.bytes) and only_sealed_anew(old.label, new.label))) then
      raise exception '入案的文件不能更改 / a file of a case is not changed';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
