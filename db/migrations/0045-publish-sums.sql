-- Why: a government publishes one report that sums up its organs (条例 50; rulebook §6.4). It has a draft, entries, editions and
-- a carry of its own, beside the report of the organ by itself.
alter table report_drafts add column kind text not null default 'own'
  constraint report_drafts_kind_check check (kind in ('own', 'sum'));
alter table report_drafts drop constraint report_drafts_pkey, add primary key (organ, year, kind);
comment on column report_drafts.kind is '本机关的（own）或者连同所主管机关的汇总（sum） / of the organ by itself, or the sum with those it supervises';

alter table report_editions add column kind text not null default 'own'
  constraint report_editions_kind_check check (kind in ('own', 'sum'));
alter table report_editions drop constraint report_editions_pkey, add primary key (organ, year, kind, edition);
comment on column report_editions.kind is '本机关的（own）或者连同所主管机关的汇总（sum） / of the organ by itself, or the sum with those it supervises';
