-- What answers say to the public is proposed by one person and put into force by another one.
create table answer_text_proposal (
    proposal_id     uuid        not null constraint answer_text_proposal_pkey primary key,
    key             text        not null constraint answer_text_proposal_key_check check (key ~ '^[A-Z_]+(\.[A-Z_]+)*$'),
    -- The version that its author read.
    base_version    integer     not null constraint answer_text_proposal_version_check check (base_version >= 0),
    ar              text        not null constraint answer_text_proposal_ar_check check (length(ar) between 1 and 1000),
    fr              text        not null constraint answer_text_proposal_fr_check check (length(fr) between 1 and 1000),
    en              text        not null constraint answer_text_proposal_en_check check (length(en) between 1 and 1000),
    proposed_at     timestamptz not null,
    proposed_by     text        not null,
    subject         text        not null,
    decision        text        constraint answer_text_proposal_decision_check check (decision in ('CONFIRM', 'REFUSE')),
    decided_at      timestamptz,
    decided_by      text,
    decider_subject text,
    constraint answer_text_proposal_decided_check check (
        (decision is null) = (decided_at is null)
        and (decision is null) = (decided_by is null)
        and (decision is null) = (decider_subject is null)),
    -- Its author may take it back, and never put it into force.
    constraint answer_text_proposal_four_eyes_check check (decision <> 'CONFIRM' or decider_subject <> subject)
);

create unique index answer_text_proposal_pending_key on answer_text_proposal (key) where decision is null;

create trigger answer_text_proposal_is_final before update or delete on answer_text_proposal
    for each row when (old.decision is not null) execute function refuse_change();

-- Null for what one person edited before this release.
alter table answer_text
    add column approved_by text,
    add column approver_subject text,
    add constraint answer_text_approved_check check ((approved_by is null) = (approver_subject is null)),
    add constraint answer_text_four_eyes_check check (approver_subject <> subject);
