-- Why: people look for a case by two characters of a name or of what is asked; a trigram finds no word of two characters.
create function search_grams(words jsonb) returns text[] language sql immutable parallel safe as $$
  with letters as (
    select letter, lead(letter) over (order by n) as next
    from unnest(string_to_array(left(lower(normalize(
      concat_ws(chr(10), words -> 'applicant' ->> 'name', words -> 'information' ->> 'title',
        words -> 'information' ->> 'documentNumber', words -> 'information' ->> 'description'), nfkc)), 3000), null))
      with ordinality as one (letter, n)
  )
  select coalesce(array_agg(distinct letter || next), '{}') from letters where next is not null
$$;
comment on function search_grams is '案件言辞中相邻两字的集合，供检索 / pairs of neighbouring characters, for search';
create index cases_remedies_idx on cases (organ, filed) where snapshot -> 'remedies' <> '[]'::jsonb;
create index case_words_search_idx on case_words using gin (search_grams(words));
