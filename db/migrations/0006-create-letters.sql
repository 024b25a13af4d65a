-- Why: a letter is frozen when it is decided; printing and mailing come later, at least once, told apart by a job.
create table letters (
  organ text not null,
  case_id uuid not null,
  n int not null constraint letters_n_check check (n >= 1),
  code text not null,
  document_number text,
  series text,
  series_year int,
  series_serial int,
  consultation text,
  fields jsonb,
  secret bytea,
  pdf bytea,
  pdf_sealed boolean not null default false,
  sha256 text,
  template_id text,
  template_version text,
  template_sha256 text,
  erased_at timestamptz,
  primary key (organ, case_id, n),
  foreign key (organ, case_id) references cases (organ, id),
  constraint letters_document_number_key unique (organ, document_number),
  constraint letters_series_key unique (organ, series, series_year, series_serial),
  constraint letters_series_check check ((document_number is null) = (series is null)),
  constraint letters_fields_check check ((fields is null) = (erased_at is not null))
);
comment on table letters is '文书：字段在作出时冻结，印制的字节只存一次 / letters as issued; the bytes are kept once';
comment on column letters.secret is '密封的保密字段（查询码）/ sealed secret fields, such as the query code of L03';
comment on column letters.pdf is '含保密字段的以密封形式存放 / sealed when the letter has secret fields (pdf_sealed)';
comment on column letters.sha256 is '印制字节（未密封）的 SHA-256 / of the plain bytes';

create table outbox (
  organ text not null,
  id bigint generated always as identity,
  case_id uuid not null,
  kind text not null constraint outbox_kind_check check (kind in ('print', 'mail')),
  n int not null,
  recipient text,
  dedupe text not null,
  message_id text not null,
  run_at timestamptz not null default '-infinity',
  attempts int not null default 0,
  locked_until timestamptz,
  locked_by text,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  primary key (organ, id),
  foreign key (organ, case_id, n) references letters (organ, case_id, n),
  constraint outbox_dedupe_key unique (organ, dedupe),
  constraint outbox_recipient_check check (kind = 'mail' or recipient is null)
);
create index outbox_open_idx on outbox (run_at, id) where done_at is null and failed_at is null;
create index outbox_case_idx on outbox (organ, case_id);
comment on table outbox is '待办的印制和发送，与事实同一事务写入 / jobs, written in the transaction of the facts';
comment on column outbox.run_at is '-infinity 表示立即 / -infinity: at once';
comment on column outbox.message_id is '固定的 Message-ID：发两次也是一封 / fixed, so that a mail sent twice is one mail';
comment on column outbox.failed_at is '死信 / dead letter';
