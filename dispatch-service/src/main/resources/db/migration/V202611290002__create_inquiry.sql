-- The internal-affairs side of police misconduct. Read by nobody else; nothing here goes out on any topic.
create table inquiry (
    id             uuid        not null constraint inquiry_pkey primary key,
    dossier_id     uuid        not null,
    verdict_id     uuid        not null constraint inquiry_verdict_key unique,
    jurisdiction   text        not null,
    severity       integer     constraint inquiry_severity_check check (severity between 1 and 4),
    place          text,
    latitude       double precision,
    longitude      double precision,
    occurred_at    timestamptz,
    state          text        not null constraint inquiry_state_check check (state in ('OPEN', 'CLOSED')),
    opened_at      timestamptz not null,
    finding        text        constraint inquiry_finding_check check (finding in ('SUBSTANTIATED', 'UNSUBSTANTIATED')),
    finding_reason text,
    closed_by      text,
    closed_at      timestamptz,
    -- Grows with every change: the entity tag.
    version        bigint      not null,
    constraint inquiry_closing_check
        check (num_nulls(finding, finding_reason, closed_by, closed_at) = case state when 'CLOSED' then 0 else 4 end)
);

-- At most one inquiry of a dossier is open.
create unique index inquiry_open_dossier_key on inquiry (dossier_id) where state = 'OPEN';
create index inquiry_dossier_idx on inquiry (dossier_id);
create index inquiry_jurisdiction_idx on inquiry (jurisdiction text_pattern_ops, id);
create index inquiry_state_idx on inquiry (state, id);

-- Who looked at which inquiry, and when (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table inquiry_consultation (
    id           uuid        not null constraint inquiry_consultation_pkey primary key,
    inquiry_id   uuid        not null,
    person       text        not null,
    person_name  text        not null,
    consulted_at timestamptz not null
);

create index inquiry_consultation_inquiry_idx on inquiry_consultation (inquiry_id, id);
create index inquiry_consultation_person_idx on inquiry_consultation (person, id);

create function refuse_change_of_inquiry_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'inquiry_consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger inquiry_consultation_is_append_only before update or delete or truncate on inquiry_consultation
    for each statement execute function refuse_change_of_inquiry_consultation();
