-- Why: officers learn from cases (典型案例; seed 000 三(二)); what is kept of one is a summary from its fields and words that a
-- person answers for, approved by another. The case itself is not touched.
create table model_cases (
  organ text not null references organs (id),
  case_id uuid not null,
  id uuid not null default gen_random_uuid(),
  summary jsonb not null,
  story text,
  point text,
  proposed_by text not null,
  proposed_on date not null,
  approved_by text,
  approved_on date,
  primary key (organ, id),
  constraint model_cases_case_key unique (organ, case_id),
  foreign key (organ, case_id) references cases (organ, id),
  constraint model_cases_approved_check check ((approved_by is null) = (approved_on is null)),
  constraint model_cases_other_check check (approved_by is distinct from proposed_by or approved_by is null)
);
comment on table model_cases is '典型案例：由字段生成的匿名摘要，经审核后列出 / model cases, anonymous, approved before they are shown';
comment on column model_cases.summary is '只有代码和数字，没有任何人写的话 / codes and figures alone, nobody''s words';
comment on column model_cases.story is '案情，由提出的人改写并确认不含个人信息 / rewritten, and answered for, by who proposed it';
comment on column model_cases.point is '典型意义，同上 / what there is to learn, the same way';

select guard_by_organ('model_cases', 'case_id');
