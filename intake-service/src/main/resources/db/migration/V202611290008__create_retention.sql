-- Nothing personal stays longer than it must: what is held back, and what went. What goes when its time is over has
-- erased_at in its own table.

-- What a court or an inquiry still needs: it stays, with all that belongs to it, until the hold is lifted.
create table legal_hold (
    id          uuid        not null constraint legal_hold_pkey primary key,
    subject     text        not null constraint legal_hold_subject_check check (subject in ('REPORT', 'EVIDENCE', 'ITEM')),
    subject_id  uuid        not null,
    reason      text        not null,
    placed_at   timestamptz not null,
    placed_by   text        not null,
    lifted_at   timestamptz,
    lifted_by   text,
    lift_reason text,
    constraint legal_hold_lifted_check check (
        (lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);

create unique index legal_hold_subject_key on legal_hold (subject, subject_id) where lifted_at is null;

create table retention_run (
    id         uuid        not null constraint retention_run_pkey primary key,
    started_at timestamptz not null,
    started_by text        not null,
    ended_at   timestamptz
);

-- What went, when and why; never what it said.
create table retention_deletion (
    id         uuid        not null constraint retention_deletion_pkey primary key,
    run_id     uuid        not null constraint retention_deletion_run_fkey references retention_run,
    kind       text        not null constraint retention_deletion_kind_check
        check (kind in ('SET_ASIDE_ITEM', 'IDENTITY', 'FALSE_REPORT', 'CLOSED_CASE_EVIDENCE', 'OPEN_CASE_EVIDENCE')),
    subject_id uuid        not null,
    since      timestamptz not null,
    period     text        not null,
    at         timestamptz not null
);

create index retention_deletion_run_idx on retention_deletion (run_id, id desc);
create index retention_deletion_subject_idx on retention_deletion (subject_id);

create trigger retention_deletion_append_only before update or delete or truncate on retention_deletion
    for each statement execute function refuse_change();
