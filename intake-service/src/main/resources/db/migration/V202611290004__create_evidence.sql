-- Media as they were secured, one for each circle of people who may see them; the store has the same bytes once, under their
-- digest.
create table evidence (
    id             uuid        not null constraint evidence_pkey primary key,
    -- SHA-256 of the bytes, which is their name in the store.
    digest         text        not null constraint evidence_digest_check check (digest ~ '^[0-9a-f]{64}$'),
    size           bigint      not null constraint evidence_size_check check (size > 0),
    media_type     text        not null,
    received_at    timestamptz not null,
    secured_at     timestamptz not null,
    -- In the compartment of internal affairs: judged as misconduct by two people, or brought to a report that is.
    hidden         boolean     not null default false,
    -- When its time was over. The row and its custody stay; its bytes are given to nobody from then on, and go after the
    -- commit that says so.
    erased_at      timestamptz,
    -- The kind of retention that it was erased by.
    erased_as      text,
    -- When none of its bytes were left in the store; what a crash or a refusal leaves is erased but not gone.
    bytes_gone_at  timestamptz,
    -- When the store was asked last to let them go, or bytes came that may become evidence again; and what the store said.
    bytes_asked_at timestamptz,
    bytes_refusal  text,
    constraint evidence_erased_check check (
        (erased_at is null) = (erased_as is null)
        and (erased_at is not null or num_nonnulls(bytes_gone_at, bytes_asked_at, bytes_refusal) = 0))
);

create index evidence_digest_idx on evidence (digest);
create index evidence_hidden_idx on evidence (digest) where hidden;
-- Pages print the last six digits of an id, and the first ones of a digest.
create index evidence_short_id_idx on evidence (right(cast(id as text), 6));
create index evidence_digest_prefix_idx on evidence (digest text_pattern_ops);
create index evidence_kept_idx on evidence (secured_at) where erased_at is null;
create index evidence_going_idx on evidence (bytes_asked_at nulls first) where erased_at is not null and bytes_gone_at is null;

create table report_evidence (
    report_id     uuid        not null constraint report_evidence_report_fkey references report,
    evidence_id   uuid        not null constraint report_evidence_evidence_fkey references evidence,
    declared_type text        not null,
    file_name     text,
    added_at      timestamptz not null,
    added_by      text        not null,
    -- By which evidence who filed the report knows these bytes, where that is another one: it must not learn that theirs is
    -- hidden.
    answered_as   uuid        constraint report_evidence_answered_as_fkey references evidence,
    constraint report_evidence_pkey primary key (report_id, evidence_id)
);

create index report_evidence_evidence_idx on report_evidence (evidence_id);
create index report_evidence_answered_as_idx on report_evidence (answered_as) where answered_as is not null;

-- Media that come in piece by piece (tus), from their announcement until some time after their end.
create table upload (
    id               uuid        not null constraint upload_pkey primary key,
    -- An upload is no evidence yet: it goes with its report.
    report_id        uuid        not null constraint upload_report_fkey references report on delete cascade,
    -- The token's subject, and the name that custody will say.
    created_by       text        not null,
    sender           text        not null,
    -- Which jurisdictions the sender sees, as patterns; none where it sees no more than what it filed.
    sees             text[]      not null default '{}',
    -- As the client wrote it, which wants it back.
    metadata         text        not null,
    declared_type    text        not null,
    file_name        text,
    announced_sha256 text        constraint upload_announced_sha256_check check (announced_sha256 ~ '^[0-9a-f]{64}$'),
    length           bigint      not null constraint upload_length_check check (length > 0),
    -- So many bytes are on disk: written after they were fsynced, and never less than a client was told.
    position         bigint      not null constraint upload_position_check check (position between 0 and length),
    status           text        not null constraint upload_status_check
        check (status in ('OPEN', 'SECURED', 'REFUSED', 'TERMINATED', 'EXPIRED')),
    -- What all the bytes are: from the moment that they are there.
    sha256           text        constraint upload_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    container        text,
    evidence_id      uuid        constraint upload_evidence_fkey references evidence on delete cascade,
    created_at       timestamptz not null,
    received_at      timestamptz,
    expires_at       timestamptz not null,
    ended_at         timestamptz,
    constraint upload_complete_check check ((position = length) = (sha256 is not null and container is not null)),
    constraint upload_secured_check check (status <> 'SECURED' or evidence_id is not null),
    constraint upload_ended_check check ((status = 'OPEN') = (ended_at is null))
);

create index upload_open_idx on upload (created_by) where status = 'OPEN';
create index upload_expiry_idx on upload (expires_at) where status = 'OPEN';
create index upload_unsecured_idx on upload (id) where status = 'OPEN' and position = length;
create index upload_ended_idx on upload (ended_at) where status <> 'OPEN';
create index upload_report_idx on upload (report_id);
create index upload_evidence_idx on upload (evidence_id);

-- Media that are being sent in one request, with what they announced. Those that come piece by piece are in upload.
create table announced_medium (
    id         uuid        not null constraint announced_medium_pkey primary key,
    -- The token's subject.
    account    text        not null,
    bytes      bigint      not null constraint announced_medium_bytes_check check (bytes > 0),
    -- A request that a crash ended gives its bytes back then.
    expires_at timestamptz not null
);

create index announced_medium_account_idx on announced_medium (account);

-- What accounts brought within the last day.
create table stored_bytes (
    id        uuid        not null constraint stored_bytes_pkey primary key,
    account   text        not null,
    bytes     bigint      not null constraint stored_bytes_bytes_check check (bytes > 0),
    stored_at timestamptz not null
);

create index stored_bytes_account_idx on stored_bytes (account, stored_at) include (bytes);
create index stored_bytes_stored_idx on stored_bytes (stored_at);
