-- Why: the service works as a role that owns nothing and can only add to the ledger. Run again after every migration;
-- `{role}` is the runtime role. A new table gets its grants here or it cannot be used.
revoke all on all tables in schema public from {role};
revoke create on schema public from public, {role};
grant usage on schema public to {role};
grant select on all tables in schema public to {role};
grant insert, update on organs, staff, instance to {role};
grant insert on organ_settings to {role};
grant insert, update, delete on sessions, attempts, known_devices, applicant_accounts, applicant_sessions to {role};
grant insert, delete on staff_sign_ons to {role};
grant insert on account_cases to {role};
grant insert, update on credentials to {role};
grant insert on security_log to {role};
grant insert on calendar_notices to {role};
grant insert, update on number_series, cases, case_words to {role};
grant insert on case_facts to {role};
grant insert, update (words, salt, erased_at) on fact_words to {role};
grant insert, update (fields, secret, pdf, pdf_sealed, sha256, template_id, template_version, template_sha256, organ_seal,
  erased_at)
  on letters to {role};
grant insert, update on outbox, looks to {role};
grant insert, update, delete on due_days to {role};
grant insert, update (answer), delete on idempotency to {role};
grant insert, update, delete on drafts to {role};
grant insert, delete, update (basket, label, bytes, expires_at, organ, case_id, erased_at) on uploads to {role};
grant insert, update on report_drafts to {role};
grant insert on report_editions to {role};
grant insert, update on notice_marks to {role};
grant insert, update, delete on notice_mail, calendar_addresses to {role};
grant insert, update on model_cases to {role};
grant insert on model_case_endings to {role};
grant insert on publication_decisions to {role};
-- Searched by the owner's functions alone (migration 0037).
revoke all on case_search from {role};
