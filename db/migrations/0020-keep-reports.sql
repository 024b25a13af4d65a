-- Why: a yearly report is opened as a draft, published once and then frozen with its hash; what is put right later is a
-- second, dated edition beside the first. Fees are counted for its part six.
alter table cases
  add column counted_fee_paid_on date generated always as (counted_day(snapshot #>> '{fee,paidOn}')) stored,
  add column counted_fee int generated always as ((snapshot #>> '{fee,amount}')::int) stored;
comment on column cases.counted_fee_paid_on is '信息处理费缴清之日 / the day the fee was paid';
comment on column cases.counted_fee is '信息处理费，元 / the fee in 元';
create index cases_counted_fee_idx on cases (organ, counted_fee_paid_on) where counted_fee_paid_on is not null;

create table report_drafts (
  organ text not null references organs (id),
  year int not null constraint report_drafts_year_check check (year between 2019 and 2100),
  entries jsonb not null,
  places jsonb not null,
  opened_on date not null,
  opened_by text,
  changed_at timestamptz not null default now(),
  primary key (organ, year)
);
comment on table report_drafts is '年度报告草稿：人工填写的部分，以及打开时各案所在的行 / what people entered, and where each case stood when the draft was opened';
comment on column report_drafts.places is '[案件, 列, 来自, 去向]：用来标出打开以后的变动 / to mark what changed since';

create table report_editions (
  organ text not null references organs (id),
  year int not null,
  edition int not null constraint report_editions_edition_check check (edition >= 1),
  report text not null,
  sha256 text not null constraint report_editions_sha256_check check (sha256 = encode(sha256(convert_to(report, 'UTF8')), 'hex')),
  places jsonb not null,
  published_on date not null,
  published_by text,
  reason text constraint report_editions_reason_check check (edition = 1 or btrim(reason) <> ''),
  published_at timestamptz not null default now(),
  primary key (organ, year, edition)
);
comment on table report_editions is '已公布的年度报告，冻结；更正另出一版 / published reports, frozen; a correction is the next edition';
comment on column report_editions.report is '报告的规范 JSON，散列的对象 / canonical JSON of the report; what is hashed';
comment on column report_editions.places is '公布时每个数字背后的案件 / the cases behind each figure as it was published';

create trigger report_editions_no_change before update or delete on report_editions
  for each row execute function ledger_deny();
create trigger report_editions_no_truncate before truncate on report_editions
  for each statement execute function ledger_deny();

select guard_by_organ('report_drafts');
select guard_by_organ('report_editions');
