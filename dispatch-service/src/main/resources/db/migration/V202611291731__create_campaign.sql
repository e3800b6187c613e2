-- Figures for the public (ADR 069). Only counts with noise are kept: what is published is made of these alone, and a month
-- that is published is never changed.
create table campaign_month (
    month        date        not null constraint campaign_month_pkey primary key
        constraint campaign_month_first_check check (extract(day from month) = 1),
    -- Where it begins and ends by the clock of the country.
    begins_at    timestamptz not null,
    ends_at      timestamptz not null constraint campaign_month_span_check check (ends_at > begins_at),
    published_at timestamptz not null
);

create table campaign_count (
    month   date    not null constraint campaign_count_month_fkey references campaign_month,
    -- MA for the whole country, else a city such as MA-CAS.
    area    text    not null,
    measure text    not null,
    -- With its noise: may be negative.
    noisy   integer not null,
    constraint campaign_count_pkey primary key (month, area, measure)
);

-- Seconds, in coarse steps; there is a row only where enough was measured.
create table campaign_pace (
    month date   not null constraint campaign_pace_month_fkey references campaign_month,
    area  text   not null,
    stage text   not null,
    p50   bigint not null,
    p95   bigint,
    constraint campaign_pace_pkey primary key (month, area, stage)
);

-- What noise is made from: always the same, so that nobody learns anything from asking again, or from a restored backup.
create table campaign_key (
    id  integer not null constraint campaign_key_pkey primary key constraint campaign_key_one_check check (id = 1),
    key bytea   not null constraint campaign_key_length_check check (length(key) = 32)
);

-- The publication of months that are due: one task that comes again each day (docs/task-queue.md).
create table campaign_run (
    id           uuid        not null constraint campaign_run_pkey primary key,
    state        text        not null default 'QUEUED' constraint campaign_run_state_check
        check (state in ('QUEUED', 'RUNNING')),
    not_before   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    constraint campaign_run_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
);
create index campaign_run_to_do_idx on campaign_run (not_before, id) where state in ('QUEUED', 'RUNNING');

insert into campaign_run (id, not_before) values (uuidv7(), now());
