-- Why: the fee by the piece counts an applicant's requests of a calendar month; nobody should count them by hand.
alter table cases add column received_on date, add column applicant_index bytea;
create index cases_applicant_idx on cases (organ, applicant_index, received_on, filed);
comment on column cases.received_on is '收到之日 / the day of receipt; null while unconfirmed';
comment on column cases.applicant_index is '申请人的密钥摘要 / blind index of the applicant';
