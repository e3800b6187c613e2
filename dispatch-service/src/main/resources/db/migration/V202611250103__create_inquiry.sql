-- The internal-affairs side of police misconduct. Read by nobody else; nothing here goes out on any topic.
create table inquiry (
    id             uuid primary key,
    dossier_id     uuid        not null,
    verdict_id     uuid        not null,
    jurisdiction   text        not null,
    severity       integer,
    place          text,
    latitude       double precision,
    longitude      double precision,
    occurred_at    timestamptz,
    state          text        not null,
    opened_at      timestamptz not null,
    finding        text,
    finding_reason text,
    closed_by      text,
    closed_at      timestamptz,
    version        bigint      not null,
    constraint inquiry_verdict_key unique (verdict_id),
    constraint inquiry_severity_check check (severity between 1 and 4),
    constraint inquiry_state_check check (state in ('OPEN', 'CLOSED')),
    constraint inquiry_finding_check check (finding in ('SUBSTANTIATED', 'UNSUBSTANTIATED')),
    constraint inquiry_closing_check
        check (num_nulls(finding, finding_reason, closed_by, closed_at) = case state when 'CLOSED' then 0 else 4 end)
);

-- At most one inquiry of a dossier is open.
create unique index inquiry_open_dossier_key on inquiry (dossier_id) where state = 'OPEN';
create index inquiry_jurisdiction_idx on inquiry (jurisdiction text_pattern_ops, id);
create index inquiry_state_idx on inquiry (state, id);
