-- Patrol plans: visits to black spots and to places secured by hand (ADR 070). Black spots never read any of it.
create table patrol_plan (
    id           uuid        not null constraint patrol_plan_pkey primary key,
    jurisdiction text        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    state        text        not null constraint patrol_plan_state_check
        check (state in ('SOLVING', 'PROPOSED', 'APPROVED', 'FAILED')),
    -- What its times were drawn from, so that the draw can be audited.
    seed         bigint      not null,
    made_at      timestamptz not null,
    made_by      text        not null,
    solved_at    timestamptz,
    -- Negative where rules are broken, visits are lacking, ways are long.
    hard_score   bigint,
    medium_score bigint,
    soft_score   bigint,
    approved_at  timestamptz,
    approved_by  text,
    repairs      integer     not null,
    repaired_at  timestamptz,
    -- Grows with every change: the entity tag.
    version      bigint      not null,
    constraint patrol_plan_period_check check (to_at > from_at),
    constraint patrol_plan_solved_check
        check (num_nulls(solved_at, hard_score, medium_score, soft_score) = case when state in ('PROPOSED', 'APPROVED') then 0 else 4 end),
    -- Nobody goes by a plan that breaks a rule.
    constraint patrol_plan_rules_check check (hard_score = 0),
    constraint patrol_plan_approved_check
        check (num_nulls(approved_at, approved_by) = case when state = 'APPROVED' then 0 else 2 end),
    constraint patrol_plan_repaired_check
        check ((repairs = 0) = (repaired_at is null) and (repairs = 0 or state = 'APPROVED'))
);
create index patrol_plan_jurisdiction_idx on patrol_plan (jurisdiction text_pattern_ops, id);

-- The places of a plan, and how many visits each is to have; never changed.
create table patrol_spot (
    plan_id      uuid             not null constraint patrol_spot_plan_fkey references patrol_plan,
    number       integer          not null,
    name         text,
    jurisdiction text             not null,
    cell         text             not null,
    latitude     double precision not null constraint patrol_spot_latitude_check check (latitude between -90 and 90),
    longitude    double precision not null constraint patrol_spot_longitude_check check (longitude between -180 and 180),
    weight       double precision not null constraint patrol_spot_weight_check check (weight > 0),
    secured      boolean          not null,
    from_at      timestamptz      not null,
    to_at        timestamptz      not null,
    visits       integer          not null constraint patrol_spot_visits_check check (visits > 0),
    constraint patrol_spot_pkey primary key (plan_id, number),
    constraint patrol_spot_period_check check (to_at > from_at)
);

-- The units of a plan, and when each may work; never changed.
create table patrol_unit (
    plan_id      uuid        not null constraint patrol_unit_plan_fkey references patrol_plan,
    number       integer     not null,
    unit_id      uuid        not null constraint patrol_unit_unit_fkey references unit,
    call_sign    text        not null,
    jurisdiction text        not null,
    kind         text        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    break_from   timestamptz,
    break_to     timestamptz,
    constraint patrol_unit_pkey primary key (plan_id, number),
    constraint patrol_unit_unit_key unique (plan_id, unit_id),
    constraint patrol_unit_period_check check (to_at > from_at),
    constraint patrol_unit_break_check
        check (num_nulls(break_from, break_to) in (0, 2)
               and coalesce(break_to > break_from and break_from >= from_at and break_to <= to_at, true))
);
create index patrol_unit_unit_idx on patrol_unit (unit_id);

create table patrol_visit (
    id              uuid        not null constraint patrol_visit_pkey primary key,
    plan_id         uuid        not null,
    spot            integer     not null,
    -- How long it is to last.
    minutes         integer     not null constraint patrol_visit_minutes_check check (minutes between 1 and 120),
    state           text        not null constraint patrol_visit_state_check
        check (state in ('PLANNED', 'INTERRUPTED', 'UNASSIGNED')),
    unit_id         uuid,
    start_at        timestamptz,
    end_at          timestamptz,
    travel_seconds  integer,
    -- What it adds to the plan's score, as DOSAGE=1500.
    why             text[]      not null,
    -- By the positions of the unit.
    arrived_at      timestamptz,
    left_at         timestamptz,
    present_seconds integer,
    measured_at     timestamptz,
    constraint patrol_visit_spot_fkey foreign key (plan_id, spot) references patrol_spot (plan_id, number),
    constraint patrol_visit_unit_fkey foreign key (plan_id, unit_id) references patrol_unit (plan_id, unit_id),
    constraint patrol_visit_assigned_check
        check (num_nulls(unit_id, start_at, end_at, travel_seconds) = case when state = 'UNASSIGNED' then 4 else 0 end),
    constraint patrol_visit_period_check check (end_at >= start_at),
    constraint patrol_visit_length_check check (state <> 'PLANNED' or end_at = start_at + minutes * interval '1 minute'),
    constraint patrol_visit_measured_check
        check ((measured_at is null) = (present_seconds is null)
               and num_nulls(arrived_at, left_at) in (0, 2)
               and (arrived_at is null or measured_at is not null and left_at >= arrived_at)
               and present_seconds >= 0)
);
create index patrol_visit_plan_idx on patrol_visit (plan_id, start_at);
create index patrol_visit_unmeasured_idx on patrol_visit (end_at)
    where measured_at is null and state in ('PLANNED', 'INTERRUPTED');

-- What happened to a plan. Rows are only ever added.
create table patrol_plan_entry (
    id      uuid        not null constraint patrol_plan_entry_pkey primary key,
    plan_id uuid        not null constraint patrol_plan_entry_plan_fkey references patrol_plan,
    kind    text        not null constraint patrol_plan_entry_kind_check
        check (kind in ('MADE', 'PROPOSED', 'FAILED', 'APPROVED', 'REPAIRED')),
    at      timestamptz not null,
    by_name text,
    -- How many visits are others since.
    changed integer     not null
);
create index patrol_plan_entry_plan_idx on patrol_plan_entry (plan_id, id);

create function refuse_change_of_patrol_plan_entry() returns trigger language plpgsql as $$
begin
    raise exception 'patrol_plan_entry is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger patrol_plan_entry_is_append_only before update or delete or truncate on patrol_plan_entry
    for each statement execute function refuse_change_of_patrol_plan_entry();

-- The computation of a plan, and each repair of it: a task that comes again (docs/task-queue.md).
create table patrol_run (
    id           uuid        not null constraint patrol_run_pkey primary key,
    plan_id      uuid        not null constraint patrol_run_plan_key unique constraint patrol_run_plan_fkey references patrol_plan,
    -- When what it is computed from changed last.
    changed_at   timestamptz not null,
    state        text        not null default 'QUEUED' constraint patrol_run_state_check
        check (state in ('QUEUED', 'RUNNING', 'DONE')),
    not_before   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    constraint patrol_run_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
);
create index patrol_run_to_do_idx on patrol_run (not_before, id) where state in ('QUEUED', 'RUNNING');

create function order_patrol_run(plan uuid) returns void language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    insert into patrol_run as run (id, plan_id, changed_at, not_before)
    values (uuidv7(), plan, clock_timestamp(), clock_timestamp())
    on conflict (plan_id) do update
        set changed_at = excluded.changed_at,
            state = case when run.state = 'RUNNING' then run.state else 'QUEUED' end,
            not_before = case when run.state = 'DONE' then excluded.not_before else run.not_before end;
    perform set_config('balagh.actor', actor, true);
end
$$;

-- A plan is computed once it is made, and looked at again when it is approved: its units may have left meanwhile.
create function order_patrol_plan() returns trigger language plpgsql as $$
begin
    perform order_patrol_run(new.id);
    return null;
end
$$;
create constraint trigger patrol_plan_ordered after insert on patrol_plan
    deferrable initially deferred for each row execute function order_patrol_plan();
create constraint trigger patrol_plan_ordered_when_approved after update on patrol_plan
    deferrable initially deferred for each row
    when (old.state = 'PROPOSED' and new.state = 'APPROVED')
    execute function order_patrol_plan();

-- A unit that is sent somewhere, or comes back, changes the plans that it works in. The trigger fires at the commit, so that
-- whoever sends a unit holds no row of a plan for longer.
create function order_patrol_repair() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
    plan uuid;
begin
    perform set_config('balagh.actor', 'service', true);
    for plan in
        select patrol_plan.id from patrol_unit join patrol_plan on patrol_plan.id = patrol_unit.plan_id
        where patrol_unit.unit_id = new.id and patrol_plan.state = 'APPROVED' and patrol_plan.to_at > now()
          and patrol_plan.from_at < now() + interval '1 day'
        order by patrol_plan.id
    loop
        perform order_patrol_run(plan);
    end loop;
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;
create constraint trigger patrol_repair_ordered after update on unit
    deferrable initially deferred for each row
    when ((old.status = 'AVAILABLE') is distinct from (new.status = 'AVAILABLE'))
    execute function order_patrol_repair();
