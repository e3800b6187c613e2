-- Places where verified incidents cluster (ADR 065).

-- The part of a code that statistics are made for: the country and the city, as MA-CAS of MA-CAS-ANFA.
create function statistical_territory(jurisdiction text) returns text
    language sql immutable parallel safe
    return substring(jurisdiction from '^[^-]+(?:-[^-]+)?');

-- All that black spots learn from: where and when an offence was that two people presume, once for each dossier. What
-- units did, what became of it, who was arrested and what nobody has verified is not in it.
create view verified_incident as
select distinct on (dossier_id)
       id,
       jurisdiction,
       statistical_territory(jurisdiction) as territory,
       latitude,
       longitude,
       coalesce(occurred_at, verdict_confirmed_at) as at,
       occurred_at is not null as timed,
       place
from incident
where verdict_withdrawn_at is null and latitude is not null and longitude is not null
order by dossier_id, id desc;

create index incident_statistical_territory_idx on incident (statistical_territory(jurisdiction))
    where verdict_withdrawn_at is null and latitude is not null;

-- One version of the map of a territory; never changed.
create table black_spot_map (
    id          uuid        not null constraint black_spot_map_pkey primary key,
    territory   text        not null,
    -- The end of the local day that it was computed for.
    as_of       timestamptz not null,
    computed_at timestamptz not null,
    -- SHA-256 of all that it was computed from.
    inputs      text        not null constraint black_spot_map_inputs_check check (inputs ~ '^[0-9a-f]{64}$'),
    incidents   integer     not null,
    last_year   integer     not null,
    cells       integer     not null,
    near_repeat jsonb,
    -- What came of each window of the week, with what it was compared with.
    windows     jsonb       not null
);
create index black_spot_map_territory_idx on black_spot_map (territory, computed_at desc);

create table black_spot (
    id           uuid             not null constraint black_spot_pkey primary key,
    map_id       uuid             not null constraint black_spot_map_fkey references black_spot_map on delete cascade,
    -- The smallest territory that holds all its evidence.
    jurisdiction text             not null,
    days         text             constraint black_spot_days_check check (days in ('WORKING_DAY', 'WEEKEND')),
    hour         integer          constraint black_spot_hour_check check (hour between 0 and 23),
    -- Within its window, the most expected first.
    rank         integer          not null,
    cell         text             not null,
    place        text,
    incidents    integer          not null,
    gi_star      double precision not null,
    p_greater    double precision not null,
    p_lesser     double precision not null,
    q_value      double precision not null,
    q_alone      double precision not null,
    rate         double precision not null,
    rate_from    double precision not null,
    rate_to      double precision not null,
    trend        text             not null constraint black_spot_trend_check check (trend in ('RISING', 'STEADY', 'FALLING')),
    pai          double precision not null,
    density      double precision not null,
    cluster      integer,
    since        timestamptz      not null,
    evidence     uuid[]           not null,
    constraint black_spot_cell_key unique nulls not distinct (map_id, days, hour, cell),
    constraint black_spot_window_check check ((days is null) = (hour is null))
);

-- The computation of a territory's map: a task that comes again (docs/task-queue.md).
create table black_spot_run (
    id           uuid        not null constraint black_spot_run_pkey primary key,
    territory    text        not null constraint black_spot_run_territory_key unique,
    -- When what it is computed from changed last.
    changed_at   timestamptz not null,
    state        text        not null default 'QUEUED' constraint black_spot_run_state_check
        check (state in ('QUEUED', 'RUNNING')),
    not_before   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    constraint black_spot_run_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
);
create index black_spot_run_to_do_idx on black_spot_run (not_before, id) where state in ('QUEUED', 'RUNNING');

-- Changes that come together are computed together, five minutes after the first. The trigger fires at the commit: the row
-- is held for no longer, and whoever computes sees what had been committed before.
create function order_black_spots() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
begin
    perform set_config('balagh.actor', 'service', true);
    insert into black_spot_run as run (id, territory, changed_at, not_before)
    values (uuidv7(), statistical_territory(new.jurisdiction), clock_timestamp(), clock_timestamp() + interval '5 minutes')
    on conflict (territory) do update
        set changed_at = excluded.changed_at,
            not_before = case when run.state = 'QUEUED' then least(run.not_before, excluded.not_before)
                              else run.not_before end;
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;
create constraint trigger black_spots_ordered_at_first after insert on incident
    deferrable initially deferred for each row
    when (new.latitude is not null)
    execute function order_black_spots();
create constraint trigger black_spots_ordered_again after update on incident
    deferrable initially deferred for each row
    when ((old.latitude, old.longitude, old.occurred_at, old.place, old.jurisdiction, old.verdict_withdrawn_at)
          is distinct from
          (new.latitude, new.longitude, new.occurred_at, new.place, new.jurisdiction, new.verdict_withdrawn_at))
    execute function order_black_spots();

insert into black_spot_run (id, territory, changed_at, not_before)
select uuidv7(), territory, now(), now()
from (select distinct territory from verified_incident) known;
