-- No verdict by machine: a verdict exists only as the confirmed proposal of two different people, and only a dossier
-- with such a verdict is concluded. The keys below hold against imports, replays and hand-written SQL alike.
create table verdict_proposal (
    proposal_id      uuid             not null constraint verdict_proposal_pkey primary key,
    dossier_id       uuid             not null constraint verdict_proposal_dossier_fkey references dossier,
    verdict          text             not null constraint verdict_proposal_verdict_check
        check (verdict in ('FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'POLICE_MISCONDUCT')),
    reasons          text             not null constraint verdict_proposal_reasons_check check (length(btrim(reasons)) >= 10),
    severity         integer          constraint verdict_proposal_severity_check check (severity between 1 and 4),
    place            text,
    latitude         double precision,
    longitude        double precision,
    occurred_at      timestamptz,
    known_case       text,
    -- Which of the fields above were taken from the first report's claim rather than stated by the proposer.
    from_claim       text[]           not null default '{}',
    proposed_by      text             not null,
    proposed_by_name text             not null,
    proposed_at      timestamptz      not null,
    decision         text             constraint verdict_proposal_decision_check check (decision in ('CONFIRM', 'REFUSE')),
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    -- Whether the person who decided had opened the evidence before. Null where there was none.
    evidence_opened  boolean,
    constraint verdict_proposal_dossier_key unique (proposal_id, dossier_id),
    -- What a verdict repeats of its proposal, so that a foreign key can hold the two together.
    constraint verdict_proposal_people_key
        unique (proposal_id, dossier_id, verdict, decision, proposed_by, decided_by),
    constraint verdict_proposal_offence_severity_check check (verdict <> 'PRESUMED_OFFENCE' or severity is not null),
    constraint verdict_proposal_position_check check (
        (latitude is null) = (longitude is null)
        and latitude between -90 and 90 and longitude between -180 and 180),
    constraint verdict_proposal_known_case_check check ((verdict = 'KNOWN_CASE') = (known_case is not null)),
    constraint verdict_proposal_decided_check check (
        (decision is null) = (decision_reason is null)
        and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_by_name is null)
        and (decision is null) = (decided_at is null)),
    constraint verdict_proposal_four_eyes_check check (decided_by <> proposed_by)
);

create unique index verdict_proposal_pending_key on verdict_proposal (dossier_id) where decision is null;
create index verdict_proposal_dossier_idx on verdict_proposal (dossier_id, proposal_id);
-- Verified offences are looked for around a place.
create index verdict_proposal_offence_place_idx on verdict_proposal (latitude, longitude)
    where verdict = 'PRESUMED_OFFENCE' and decision = 'CONFIRM' and latitude is not null;

create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
    raise exception 'a decision is final' using errcode = 'restrict_violation';
end
$$;

create trigger verdict_proposal_is_final before update or delete on verdict_proposal
    for each row when (old.decision is not null) execute function refuse_change_of_decision();

create table verdict (
    verdict_id   uuid        not null constraint verdict_pkey primary key,
    dossier_id   uuid        not null,
    proposal_id  uuid        not null constraint verdict_proposal_key unique,
    verdict      text        not null,
    decision     text        not null default 'CONFIRM' constraint verdict_decision_check check (decision = 'CONFIRM'),
    proposed_by  text        not null,
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    constraint verdict_dossier_key unique (verdict_id, dossier_id, verdict),
    constraint verdict_four_eyes_check check (confirmed_by <> proposed_by),
    constraint verdict_people_fkey
        foreign key (proposal_id, dossier_id, verdict, decision, proposed_by, confirmed_by)
        references verdict_proposal (proposal_id, dossier_id, verdict, decision, proposed_by, decided_by)
);

create index verdict_dossier_idx on verdict (dossier_id);

create trigger verdict_is_final before update or delete on verdict
    for each row execute function refuse_change_of_decision();

alter table dossier
    add constraint dossier_proposal_fkey
        foreign key (proposal_id, dossier_id) references verdict_proposal (proposal_id, dossier_id),
    add constraint dossier_verdict_fkey
        foreign key (verdict_id, dossier_id, verdict) references verdict (verdict_id, dossier_id, verdict);

-- A verdict of two people is withdrawn by two people: one proposes it, another one decides.
create table reopening_proposal (
    reopening_id     uuid        not null constraint reopening_proposal_pkey primary key,
    dossier_id       uuid        not null constraint reopening_proposal_dossier_fkey references dossier,
    verdict_id       uuid        not null constraint reopening_proposal_verdict_fkey references verdict,
    reason           text        not null constraint reopening_proposal_reason_check check (length(btrim(reason)) >= 10),
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text        constraint reopening_proposal_decision_check check (decision in ('CONFIRM', 'REFUSE')),
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    -- What the history repeats of it, so that a foreign key can hold the two together.
    constraint reopening_proposal_people_key unique (reopening_id, verdict_id, decided_by),
    constraint reopening_proposal_decided_check check (
        (decision is null) = (decision_reason is null)
        and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_by_name is null)
        and (decision is null) = (decided_at is null)),
    constraint reopening_proposal_four_eyes_check check (decided_by <> proposed_by)
);

create unique index reopening_proposal_pending_key on reopening_proposal (dossier_id) where decision is null;
create index reopening_proposal_dossier_idx on reopening_proposal (dossier_id, reopening_id);

create trigger reopening_proposal_is_final before update or delete on reopening_proposal
    for each row when (old.decision is not null) execute function refuse_change_of_decision();

-- What people did to a dossier as a whole: who, when and why. Rows are only ever added.
create table dossier_act (
    act_id       uuid        not null constraint dossier_act_pkey primary key,
    kind         text        not null constraint dossier_act_kind_check
        check (kind in ('JOINED', 'SEPARATED', 'REOPENED', 'ATTACHED')),
    dossier_id   uuid        not null constraint dossier_act_dossier_fkey references dossier,
    -- The dossier that was joined to it, or the one that what was separated from it stands in.
    other_id     uuid        constraint dossier_act_other_fkey references dossier,
    evidence_ids uuid[]      not null default '{}',
    -- Reports that a person put into it, many at once.
    report_ids   uuid[]      not null default '{}',
    verdict_id   uuid        constraint dossier_act_verdict_fkey references verdict,
    reopening_id uuid,
    reason       text        not null constraint dossier_act_reason_check check (length(btrim(reason)) >= 10),
    person       text        not null,
    person_name  text        not null,
    at           timestamptz not null,
    constraint dossier_act_reopening_fkey
        foreign key (reopening_id, verdict_id, person)
        references reopening_proposal (reopening_id, verdict_id, decided_by),
    constraint dossier_act_other_check check ((kind in ('REOPENED', 'ATTACHED')) = (other_id is null)),
    constraint dossier_act_evidence_check check ((kind = 'SEPARATED') = (cardinality(evidence_ids) > 0)),
    constraint dossier_act_reports_check check ((kind = 'ATTACHED') = (cardinality(report_ids) > 0)),
    constraint dossier_act_verdict_check check ((kind = 'REOPENED') = (verdict_id is not null)),
    constraint dossier_act_reopening_check check ((kind = 'REOPENED') = (reopening_id is not null))
);

create index dossier_act_dossier_idx on dossier_act (dossier_id, act_id);
create index dossier_act_other_idx on dossier_act (other_id, act_id) where other_id is not null;
-- A verdict is withdrawn once.
create unique index dossier_act_verdict_key on dossier_act (verdict_id) where verdict_id is not null;

create function refuse_change_of_act() returns trigger language plpgsql as $$
begin
    raise exception 'dossier_act is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger dossier_act_is_append_only before update or delete on dossier_act
    for each row execute function refuse_change_of_act();
create trigger dossier_act_is_never_emptied before truncate on dossier_act
    for each statement execute function refuse_change_of_act();
