-- Why: a draft marks what changed since it was opened: besides the places of its cases, also table four, table two and the
-- words. Of drafts opened before, nobody can tell what these were: they stay without, until they are published.
alter table report_drafts add column opened jsonb;
comment on column report_drafts.opened is '打开时的表四（复议、诉讼所在的格）、表二和文字；以前打开的为空 / table four by its remedies, table two and the words when the draft was opened';
