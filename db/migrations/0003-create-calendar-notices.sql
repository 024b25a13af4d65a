-- Why: a notice imported at run time must move due days without a new release.
create table calendar_notices (
  id bigint generated always as identity primary key,
  year int not null constraint calendar_notices_year_check check (year between 2000 and 2100),
  notice jsonb not null,
  imported_on date not null
);
comment on table calendar_notices is '导入的放假安排，同一年以最后导入的为准 / imported notices, the last of a year wins; national, so without an organ';
