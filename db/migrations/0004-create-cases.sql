-- Why: the current row of a case is what is locked; numbers are given out beside it, in the same transaction.
create table number_series (
  organ text not null references organs (id),
  series text not null,
  year int not null,
  last int not null constraint number_series_last_check check (last >= 0),
  primary key (organ, series, year)
);
comment on table number_series is '编号序列：受理编号与各类文号，无断号 / last number given; no gaps, checked by verify';

create table cases (
  organ text not null references organs (id),
  id uuid not null,
  filed bigint generated always as identity,
  number text,
  number_year int,
  number_serial int,
  state text not null,
  officer text,
  applicant_kind text not null,
  outcome text,
  version int not null constraint cases_version_check check (version >= 1),
  head_hash bytea not null constraint cases_head_hash_check check (octet_length(head_hash) = 32),
  machine_version int not null,
  snapshot jsonb not null,
  query_code_mac bytea,
  double_index bytea,
  primary key (organ, id),
  constraint cases_number_key unique (organ, number),
  constraint cases_serial_key unique (organ, number_year, number_serial),
  constraint cases_number_check check ((number is null) = (number_year is null) and (number is null) = (number_serial is null))
);
create unique index cases_filed_key on cases (organ, filed);
create index cases_state_idx on cases (organ, state, filed);
create index cases_officer_idx on cases (organ, officer, filed);
create index cases_number_idx on cases (number);
create index cases_double_idx on cases (organ, double_index);
comment on table cases is '案件当前行：台账的折叠结果，可以重建 / the fold of the ledger; can be rebuilt from it';
comment on column cases.filed is '接收次序，翻页用 / order of arrival, for paging';
comment on column cases.version is '台账行数 / length of the ledger';
comment on column cases.head_hash is '台账最后一行的散列 / hash of the ledger''s last row';
comment on column cases.snapshot is '不含个人信息和他人言辞 / without personal words; those are in case_words';
comment on column cases.query_code_mac is '查询码的 HMAC，查询码不存 / keyed digest of the query code';
comment on column cases.double_index is '申请人与内容的密钥摘要，查重用 / blind index of applicant and description';

create table case_words (
  organ text not null,
  case_id uuid not null,
  words jsonb,
  erased_at timestamptz,
  primary key (organ, case_id),
  foreign key (organ, case_id) references cases (organ, id),
  constraint case_words_erased_check check ((words is null) = (erased_at is not null))
);
comment on table case_words is '案件当前行中的个人信息和言辞，可删除 / the personal part of the current row; may be erased (个人信息保护法 47)';
