-- No verdict by machine: a verdict exists only as the confirmed proposal of two different people, and only a dossier
-- with such a verdict is concluded. The keys below hold against imports, replays and hand-written SQL alike.
create table verdict_proposal (
    proposal_id      uuid        not null,
    dossier_id       uuid        not null,
    verdict          text        not null,
    reasons          text        not null,
    severity         integer,
    place            text,
    latitude         double precision,
    longitude        double precision,
    occurred_at      timestamptz,
    known_case       text,
    -- Which of the fields above were taken from the first report's claim rather than stated by the proposer.
    from_claim       text[]      not null default '{}',
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint verdict_proposal_pkey primary key (proposal_id),
    constraint verdict_proposal_dossier_fkey foreign key (dossier_id) references dossier,
    constraint verdict_proposal_dossier_key unique (proposal_id, dossier_id),
    -- What a verdict repeats of its proposal, so that a foreign key can hold the two together.
    constraint verdict_proposal_people_key
        unique (proposal_id, dossier_id, verdict, decision, proposed_by, decided_by),
    constraint verdict_proposal_verdict_check
        check (verdict in ('FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'POLICE_MISCONDUCT')),
    constraint verdict_proposal_reasons_check check (length(btrim(reasons)) >= 10),
    constraint verdict_proposal_severity_check check (severity between 1 and 4),
    constraint verdict_proposal_offence_severity_check check (verdict <> 'PRESUMED_OFFENCE' or severity is not null),
    constraint verdict_proposal_position_check check (
        (latitude is null) = (longitude is null)
        and latitude between -90 and 90 and longitude between -180 and 180),
    constraint verdict_proposal_known_case_check check ((verdict = 'KNOWN_CASE') = (known_case is not null)),
    constraint verdict_proposal_decision_check check (decision in ('CONFIRM', 'REFUSE')),
    constraint verdict_proposal_decided_check check (
        (decision is null) = (decision_reason is null)
        and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_by_name is null)
        and (decision is null) = (decided_at is null)),
    constraint verdict_proposal_four_eyes_check check (decided_by <> proposed_by)
);

create unique index verdict_proposal_pending_key on verdict_proposal (dossier_id) where decision is null;
create index verdict_proposal_dossier_idx on verdict_proposal (dossier_id, proposal_id);

create table verdict (
    verdict_id   uuid        not null,
    dossier_id   uuid        not null,
    proposal_id  uuid        not null,
    verdict      text        not null,
    decision     text        not null default 'CONFIRM',
    proposed_by  text        not null,
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    constraint verdict_pkey primary key (verdict_id),
    constraint verdict_proposal_key unique (proposal_id),
    constraint verdict_dossier_key unique (verdict_id, dossier_id, verdict),
    constraint verdict_decision_check check (decision = 'CONFIRM'),
    constraint verdict_four_eyes_check check (confirmed_by <> proposed_by),
    constraint verdict_people_fkey
        foreign key (proposal_id, dossier_id, verdict, decision, proposed_by, confirmed_by)
        references verdict_proposal (proposal_id, dossier_id, verdict, decision, proposed_by, decided_by)
);

create index verdict_dossier_idx on verdict (dossier_id);

alter table dossier
    add constraint dossier_proposal_fkey
        foreign key (proposal_id, dossier_id) references verdict_proposal (proposal_id, dossier_id),
    add constraint dossier_verdict_fkey
        foreign key (verdict_id, dossier_id, verdict) references verdict (verdict_id, dossier_id, verdict);

create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
    raise exception 'a decision is final' using errcode = 'restrict_violation';
end
$$;

create trigger verdict_proposal_is_final before update or delete on verdict_proposal
    for each row when (old.decision is not null) execute function refuse_change_of_decision();

create trigger verdict_is_final before update or delete on verdict
    for each row execute function refuse_change_of_decision();
