-- Why: what is to be done is a few of all cases, and was found by reading every one of an organ, whose days of review and
-- court stay on record for ever. The lists of states and of days are those of db/src/keep/worklist.ts.
create index cases_open_idx on cases (organ, filed) where state not in ('served', 'abandoned', 'withdrawn', 'archived');
create index due_days_duty_idx on due_days (organ, case_id, due_on) where due_on is not null
  and what not in ('reconsideration', 'litigation', 'replyStrict', 'extensionNotice', 'correctionNotice');
