-- Everything about one alleged event. The columns of a verdict are bound to the people behind it by create_verdict.
create table dossier (
    dossier_id   uuid        not null,
    jurisdiction text        not null,
    compartment  text        not null default 'COMMON',
    state        text        not null default 'OPEN',
    opened_at    timestamptz not null,
    ready_at     timestamptz,
    proposal_id  uuid,
    proposed_at  timestamptz,
    verdict_id   uuid,
    verdict      text,
    concluded_at timestamptz,
    version      bigint      not null default 1,
    constraint dossier_pkey primary key (dossier_id),
    constraint dossier_jurisdiction_check check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    constraint dossier_compartment_check check (compartment in ('COMMON', 'INTERNAL_AFFAIRS')),
    constraint dossier_state_check check (state in ('OPEN', 'PROPOSED', 'CONCLUDED')),
    constraint dossier_verdict_check
        check (verdict in ('FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'POLICE_MISCONDUCT')),
    constraint dossier_proposed_check check (
        (state = 'PROPOSED') = (proposal_id is not null) and (proposal_id is null) = (proposed_at is null)),
    constraint dossier_concluded_check check (
        (state = 'CONCLUDED') = (verdict_id is not null)
        and (verdict_id is null) = (verdict is null)
        and (verdict_id is null) = (concluded_at is null)),
    constraint dossier_misconduct_check check (verdict <> 'POLICE_MISCONDUCT' or compartment = 'INTERNAL_AFFAIRS')
);

-- The list is newest first, and ids are in the order of their time; text_pattern_ops serves "MA-CAS-%".
create index dossier_jurisdiction_idx on dossier (jurisdiction text_pattern_ops, dossier_id desc);
create index dossier_unconcluded_idx on dossier (state, opened_at) where state <> 'CONCLUDED';
create index dossier_verdict_idx on dossier (verdict, dossier_id desc) where verdict is not null;

-- Whether a report stands in a dossier yet. Its row is also the lock of whoever places the report.
create table placement (
    report_id     uuid        not null,
    jurisdiction  text        not null,
    waiting_until timestamptz,
    placed_at     timestamptz,
    constraint placement_pkey primary key (report_id),
    constraint placement_jurisdiction_check check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$')
);

create index placement_waiting_idx on placement (waiting_until) where placed_at is null;

-- What intake says about each evidence. Its row is also the lock of whoever places the evidence. Only the digest is
-- known while it was sighted but, out of order, not yet secured.
create table evidence (
    evidence_id uuid        not null,
    sha256      text        not null,
    size        bigint,
    media_type  text,
    received_at timestamptz,
    secured_at  timestamptz,
    constraint evidence_pkey primary key (evidence_id),
    constraint evidence_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint evidence_secured_check check (
        (secured_at is null) = (size is null)
        and (secured_at is null) = (media_type is null)
        and (secured_at is null) = (received_at is null))
);

-- Which report brought which evidence.
create table sighting (
    evidence_id uuid        not null,
    report_id   uuid        not null,
    sighted_at  timestamptz not null,
    constraint sighting_pkey primary key (evidence_id, report_id),
    constraint sighting_evidence_fkey foreign key (evidence_id) references evidence
);

-- The primary key is the rule: an evidence stands in one dossier.
create table dossier_evidence (
    evidence_id uuid        not null,
    dossier_id  uuid        not null,
    joined_at   timestamptz not null,
    constraint dossier_evidence_pkey primary key (evidence_id),
    constraint dossier_evidence_evidence_fkey foreign key (evidence_id) references evidence,
    constraint dossier_evidence_dossier_fkey foreign key (dossier_id) references dossier
);

create index dossier_evidence_dossier_idx on dossier_evidence (dossier_id);

create table dossier_report (
    dossier_id uuid        not null,
    report_id  uuid        not null,
    joined_at  timestamptz not null,
    constraint dossier_report_pkey primary key (dossier_id, report_id),
    constraint dossier_report_dossier_fkey foreign key (dossier_id) references dossier
);

create index dossier_report_report_idx on dossier_report (report_id);
