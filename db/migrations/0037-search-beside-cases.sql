-- Why: under row-level security a condition that might tell of a row what it says (LIKE, @>) is asked only of rows that were
-- let through, so the index of 0024 was never used: every search read every case of the organ. Words
-- for searching now lie in a table of their own. The role of the service may not touch it; it asks by two functions of the
-- owner, which know whom they work for as every policy does, and answer with nothing but the ids of cases that are theirs.
drop index case_words_search_idx;
drop function search_grams(jsonb);

-- Numbers in the place of two neighbouring characters: a third of the room. Two pairs that share one do no harm, the text
-- itself decides.
create function search_pairs(said text) returns int[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct ((code * 65599 + next) % 2147483647)::int), '{}')
  from (
    select ascii(letter)::bigint as code, lead(ascii(letter)) over (order by n) as next
    from unnest(string_to_array(said, null)) with ordinality as one (letter, n)) letters
  where next is not null
$$;
comment on function search_pairs(text) is '文字中相邻两字的集合，供检索 / pairs of neighbouring characters, for search';

create table case_search (
  organ text not null,
  case_id uuid not null,
  filed bigint not null,
  said text not null,
  name text not null,
  pairs int[] not null generated always as (search_pairs(said || chr(10) || name)) stored,
  primary key (organ, case_id),
  foreign key (organ, case_id) references cases (organ, id)
);
create index case_search_pairs_idx on case_search using gin (pairs);
create index case_search_filed_idx on case_search (organ, filed);
comment on table case_search is '供检索的编号和言辞，由案件推出，可以重建 / what a case is found by: drawn from it, and can be drawn again';
comment on column case_search.said is '编号、文号、邮件号码、申请内容，一个写法 / numbers and what is asked, in one way of writing';
comment on column case_search.name is '申请人；从上面看的人看到的是遮盖的，也不能凭它查找 / the applicant: who looks from above finds nothing by it';
alter table case_search enable row level security;
alter table case_search force row level security;
-- The owner's functions read it; nobody else has any right to it (runtime-role.sql).
create policy by_the_owner on case_search using (true) with check (true);

-- Erased words are gone from here too: what is left is the numbers.
create function refresh_search(of_organ text, of_case uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.case_search (organ, case_id, filed, said, name)
  select c.organ, c.id, c.filed, left(lower(normalize(concat_ws(chr(10), c.number, c.snapshot ->> 'mailNumber',
      c.snapshot #>> '{reply,mailNumber}',
      (select string_agg(l.document_number, chr(10) order by l.n) from public.letters l
        where l.organ = c.organ and l.case_id = c.id and l.document_number is not null),
      w.words #>> '{information,title}', w.words #>> '{information,documentNumber}',
      w.words #>> '{information,description}'), nfkc)), 3000),
    left(lower(normalize(coalesce(w.words #>> '{applicant,name}', ''), nfkc)), 300)
  from public.cases c join public.case_words w on w.organ = c.organ and w.case_id = c.id
  where c.organ = of_organ and c.id = of_case
  on conflict (organ, case_id) do update set said = excluded.said, name = excluded.name
    where (case_search.said, case_search.name) <> (excluded.said, excluded.name);
end $$;
comment on function refresh_search(text, uuid) is '重写一个案件的检索文字 / draws what one case is found by anew';

create function search_changed() returns trigger language plpgsql as $$
begin
  perform public.refresh_search(new.organ, (to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end $$;
create trigger case_words_searched after insert on case_words
  for each row execute function search_changed('case_id');
create trigger case_words_searched_anew after update of words on case_words
  for each row when (new.words is distinct from old.words) execute function search_changed('case_id');
create trigger letters_searched after insert on letters
  for each row when (new.document_number is not null) execute function search_changed('case_id');
create trigger cases_searched after update of number, snapshot on cases
  for each row when (new.number is distinct from old.number
    or new.snapshot ->> 'mailNumber' is distinct from old.snapshot ->> 'mailNumber'
    or new.snapshot #>> '{reply,mailNumber}' is distinct from old.snapshot #>> '{reply,mailNumber}')
  execute function search_changed('id');
select refresh_search(organ, id) from cases;

create function search_organs(wanted text[]) returns text[] language sql stable as $$
  select case when current_setting('zhiqing.all', true) = any ('{read,write}') then wanted
    else array(select unnest(wanted) intersect
      select unnest(nullif(current_setting('zhiqing.organs', true), '')::text[])) end
$$;
comment on function search_organs(text[]) is '其中办理人可以看的机关 / those of these organs whose rows are theirs (migration 0015)';

create function search_like(asked text) returns text language sql immutable as $$
  select '%' || regexp_replace(asked, '([\\%_])', '\\\1', 'g') || '%'
$$;

-- One page, the newest first. Planned anew each time: a rare word goes by its pairs, a common one by the order of arrival.
create function find_cases(asked text, organs text[], in_state text, of_officer text, with_remedies boolean, before bigint,
  most int, named boolean default true) returns table (organ text, id uuid) language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public, pg_temp as $$
declare
  narrowed boolean := in_state is not null or of_officer is not null or with_remedies;
begin
  return query execute format($q$
    select s.organ, s.case_id from public.case_search s %s
    where s.organ = any ($1) and s.pairs @> $2 and (s.said like $3 or $10 and s.name like $3)
      and ($4 is null or s.case_id = $4) and ($5 is null or s.filed < $5) %s
    order by s.filed desc limit $6$q$,
    case when narrowed then 'join public.cases c on c.organ = s.organ and c.id = s.case_id' end,
    case when narrowed then $q$and ($7 is null or c.state = $7) and ($8 is null or c.officer = $8)
      and (not $9 or c.snapshot -> 'remedies' <> '[]')$q$ end)
  using search_organs(organs), search_pairs(asked), search_like(asked),
    nullif(current_setting('zhiqing.case', true), '')::uuid, before, most, in_state, of_officer, with_remedies,
    named;
end $$;
comment on function find_cases is '检索案件，新的在前，只给出办理人可以看的 / cases in which words occur, of those that are theirs';

create function case_says(of_organ text, of_case uuid, asked text, named boolean default true) returns boolean language plpgsql stable security definer
  cost 2000 set search_path = pg_catalog, public, pg_temp as $$
begin
  return of_case = coalesce(nullif(current_setting('zhiqing.case', true), '')::uuid, of_case)
    and exists (select from public.case_search s
      where s.organ = any (search_organs(array[of_organ])) and s.case_id = of_case
        and (s.said like search_like(asked) or named and s.name like search_like(asked)));
end $$;
comment on function case_says(text, uuid, text, boolean) is '一个案件中有没有这些字 / do these words occur in this one case?';
