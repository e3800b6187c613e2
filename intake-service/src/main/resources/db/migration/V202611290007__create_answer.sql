-- What intake knows of dossiers: only what it needs to answer reports. A row stands as soon as any event names the
-- dossier, whichever topic is faster.
create table dossier (
    id             uuid        not null constraint dossier_pkey primary key,
    -- What its answers come to, see dossier_answer.
    answer_kind    text        constraint dossier_answer_kind_check
        check (answer_kind in ('FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    answer_outcome text        constraint dossier_answer_outcome_check
        check (answer_outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    decided_at     timestamptz,
    -- The dossier of the earlier case, where the verdict names one: its answer tells what became of that case. No foreign
    -- key, because the other dossier may be heard of later, or never.
    known_case     uuid,
    -- Handed to another competent authority, see report.
    forwarded      boolean     not null default false,
    -- Where everything of it stands since a person joined it to another one. No foreign key: the other may be heard of later.
    merged_into    uuid,
    constraint dossier_decided_check check ((answer_kind is null) = (decided_at is null))
);

-- From a case to the later dossiers whose receipts tell of it.
create index dossier_known_case_idx on dossier (known_case) where known_case is not null;
create index dossier_merged_into_idx on dossier (merged_into) where merged_into is not null;

-- Each answer with the verdict that it follows from, so that a verdict that was withdrawn answers nothing more, whatever is
-- still told of it.
create table dossier_answer (
    dossier_id uuid        not null constraint dossier_answer_dossier_fkey references dossier,
    -- Null where it was forwarded, which nobody withdraws.
    verdict_id uuid,
    kind       text        not null constraint dossier_answer_kind_check
        check (kind in ('FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    outcome    text        constraint dossier_answer_outcome_check
        check (outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    at         timestamptz not null,
    constraint dossier_answer_key unique nulls not distinct (dossier_id, verdict_id, kind, outcome, at)
);

create table withdrawn_verdict (
    verdict_id uuid not null constraint withdrawn_verdict_pkey primary key
);

create table dossier_report (
    dossier_id uuid        not null constraint dossier_report_dossier_fkey references dossier,
    report_id  uuid        not null,
    joined_at  timestamptz not null,
    constraint dossier_report_pkey primary key (dossier_id, report_id)
);

create index dossier_report_report_idx on dossier_report (report_id);

-- A report that a person separated from a dossier does not come back to it by what was told of earlier.
create table dossier_departure (
    dossier_id uuid        not null,
    report_id  uuid        not null,
    left_at    timestamptz not null,
    constraint dossier_departure_pkey primary key (dossier_id, report_id)
);

-- Reports of a dossier of very many, whose answers follow from it, some at a time: one transaction for all would hold them
-- for longer than a transaction may take.
create table report_unsettled (
    report_id uuid not null constraint report_unsettled_pkey primary key
);

-- What answers say since somebody edited it; version 0 comes with the system. Nothing is taken back: what a receipt showed
-- at any time can be told.
create table answer_text (
    key              text        not null constraint answer_text_key_check check (key ~ '^[A-Z_]+(\.[A-Z_]+)*$'),
    version          integer     not null constraint answer_text_version_check check (version > 0),
    ar               text        not null constraint answer_text_ar_check check (length(ar) between 1 and 1000),
    fr               text        not null constraint answer_text_fr_check check (length(fr) between 1 and 1000),
    en               text        not null constraint answer_text_en_check check (length(en) between 1 and 1000),
    edited_at        timestamptz not null,
    edited_by        text        not null,
    subject          text        not null,
    approved_by      text        not null,
    approver_subject text        not null,
    constraint answer_text_pkey primary key (key, version),
    constraint answer_text_four_eyes_check check (approver_subject <> subject)
);

create trigger answer_text_append_only before update or delete or truncate on answer_text
    for each statement execute function refuse_change();

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

-- Where partners want to be told of their receipts.
create table callback (
    id              uuid        not null constraint callback_pkey primary key,
    -- The token's subject, which the partner's reports were filed by.
    owner           text        not null,
    url             text        not null constraint callback_url_check check (length(url) <= 2048),
    state           text        not null default 'ACTIVE' constraint callback_state_check
        check (state in ('ACTIVE', 'GONE')),
    created_at      timestamptz not null,
    -- How often in a row something was sent in vain, and before when nothing is sent.
    failures        integer     not null default 0,
    next_attempt_at timestamptz not null,
    delivered_at    timestamptz,
    ended_at        timestamptz,
    constraint callback_owner_url_key unique (owner, url),
    constraint callback_ended_check check ((state = 'GONE') = (ended_at is not null))
);

create index callback_next_attempt_idx on callback (next_attempt_at) where state = 'ACTIVE';

-- What messages are signed with, sealed. The one that does not expire is the newest.
create table webhook_secret (
    id          uuid        not null constraint webhook_secret_pkey primary key,
    -- The callback that we call, or the source that calls us.
    owner_id    uuid        not null,
    key_id      text        not null,
    wrapped_key bytea       not null,
    ciphertext  bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);

create unique index webhook_secret_current_key on webhook_secret (owner_id) where expires_at is null;
create index webhook_secret_owner_idx on webhook_secret (owner_id);
create index webhook_secret_key_idx on webhook_secret (key_id, id);

-- Messages that a partner's server has not taken yet. A row is deleted when it has.
create table callback_delivery (
    id              uuid        not null constraint callback_delivery_pkey primary key,
    -- The order in which things happened to a report.
    position        bigint      generated always as identity,
    callback_id     uuid        not null constraint callback_delivery_callback_fkey references callback on delete cascade,
    report_id       uuid        not null,
    body            text        not null,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    lease_owner     uuid,
    lease_until     timestamptz,
    lost_leases     integer     not null default 0,
    failures        integer     not null default 0,
    first_failed_at timestamptz,
    failure         text,
    constraint callback_delivery_lease_check check ((lease_owner is null) = (lease_until is null))
);

create index callback_delivery_due_idx on callback_delivery (callback_id, due_at);
create index callback_delivery_report_idx on callback_delivery (callback_id, report_id, position);
