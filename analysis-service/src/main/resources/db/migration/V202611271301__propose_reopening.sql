-- A verdict of two people is withdrawn by two people: one proposes it, another one decides.
create table reopening_proposal (
    reopening_id     uuid        not null,
    dossier_id       uuid        not null,
    verdict_id       uuid        not null,
    reason           text        not null,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint reopening_proposal_pkey primary key (reopening_id),
    constraint reopening_proposal_dossier_fkey foreign key (dossier_id) references dossier,
    constraint reopening_proposal_verdict_fkey foreign key (verdict_id) references verdict,
    -- What the history repeats of it, so that a foreign key can hold the two together.
    constraint reopening_proposal_people_key unique (reopening_id, verdict_id, decided_by),
    constraint reopening_proposal_reason_check check (length(btrim(reason)) >= 10),
    constraint reopening_proposal_decision_check check (decision in ('CONFIRM', 'REFUSE')),
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

-- Null for what one person reopened before this release.
alter table dossier_act
    add column reopening_id uuid,
    add constraint dossier_act_reopening_fkey
        foreign key (reopening_id, verdict_id, person)
        references reopening_proposal (reopening_id, verdict_id, decided_by);
