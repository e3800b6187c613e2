-- Runs are tasks that replicas share. The release before does its runs itself: to it they are never to be done by another.
alter table retention_run
    add column state         text        not null default 'ENDED' constraint retention_run_state_check
        check (state in ('QUEUED', 'RUNNING', 'ENDED')),
    -- What is to be erased, why, and for whom.
    add column run_order     jsonb,
    -- The time of the schedule: of each there is one run, however many replicas order it.
    add column scheduled_for timestamptz constraint retention_run_scheduled_for_key unique,
    add column not_before    timestamptz not null default now(),
    add column lease_owner   uuid,
    add column lease_until   timestamptz,
    add column lost_leases   integer     not null default 0,
    add column failures      integer     not null default 0,
    add column last_failure  text,
    add constraint retention_run_order_check check (state = 'ENDED' or run_order is not null),
    add constraint retention_run_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null));

create index retention_run_to_do_idx on retention_run (started_at, id) where state in ('QUEUED', 'RUNNING');
