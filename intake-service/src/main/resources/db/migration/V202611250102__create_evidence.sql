create table evidence (
    id          uuid        not null constraint evidence_pkey primary key,
    -- The bytes' name in the store. Unique: the same bytes are one evidence, whoever brings them.
    sha256      text        not null constraint evidence_sha256_key unique
        constraint evidence_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint      not null constraint evidence_size_check check (size > 0),
    media_type  text        not null,
    received_at timestamptz not null,
    secured_at  timestamptz not null
);

create table report_evidence (
    report_id     uuid        not null constraint report_evidence_report_fkey references report,
    evidence_id   uuid        not null constraint report_evidence_evidence_fkey references evidence,
    declared_type text        not null,
    file_name     text,
    added_at      timestamptz not null,
    added_by      text        not null,
    constraint report_evidence_pkey primary key (report_id, evidence_id)
);

create index report_evidence_evidence_idx on report_evidence (evidence_id);

-- What happened to an evidence, hash-chained: see docs/custody-chain.md.
create table custody_entry (
    evidence_id   uuid        not null constraint custody_entry_evidence_fkey references evidence,
    sequence      integer     not null constraint custody_entry_sequence_check check (sequence > 0),
    at            timestamptz not null,
    actor         text        not null,
    action        text        not null constraint custody_entry_action_check
        check (action in ('SECURED', 'SIGHTED', 'CONSULTED', 'DAMAGED', 'RESTORED')),
    detail        jsonb       not null,
    previous_hash text        not null constraint custody_entry_previous_hash_check check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null constraint custody_entry_hash_check check (hash ~ '^[0-9a-f]{64}$'),
    constraint custody_entry_pkey primary key (evidence_id, sequence)
);

create index custody_entry_consultation_idx on custody_entry (evidence_id, actor, at desc) where action = 'CONSULTED';

create trigger custody_entry_append_only before update or delete or truncate on custody_entry
    for each statement execute function refuse_change();
