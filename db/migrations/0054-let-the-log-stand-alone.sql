-- Why: writing down a failed sign-in locked the organ's row where the name is known, and no row where it is not, so that
-- who knocks could tell a name that is known by the time. The log is append-only and an organ's id is never changed or
-- deleted: the reference guarded nothing more.
alter table security_log drop constraint security_log_organ_fkey;
