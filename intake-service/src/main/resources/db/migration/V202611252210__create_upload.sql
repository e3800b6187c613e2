-- Media that come in piece by piece (tus), from their announcement until some time after their end.
create table upload (
    id               uuid        not null constraint upload_pkey primary key,
    -- An upload is no evidence yet: it goes with its report.
    report_id        uuid        not null constraint upload_report_fkey references report on delete cascade,
    -- The token's subject, and the name that custody will say.
    created_by       text        not null,
    sender           text        not null,
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
