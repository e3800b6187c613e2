-- The operational side of a presumed offence, until its outcome and referral.
create table incident (
    id                   uuid             not null constraint incident_pkey primary key,
    dossier_id           uuid             not null,
    verdict_id           uuid             not null constraint incident_verdict_key unique,
    jurisdiction         text             not null,
    severity             integer          not null constraint incident_severity_check check (severity between 1 and 4),
    state                text             not null constraint incident_state_check
        check (state in ('OPEN', 'ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'RESOLVED', 'REFERRED', 'CANCELLED')),
    -- A unit has been on the scene, also if it has been cleared since: only then can there be an outcome.
    attended             boolean          not null,
    place                text,
    latitude             double precision constraint incident_latitude_check check (latitude between -90 and 90),
    longitude            double precision constraint incident_longitude_check check (longitude between -180 and 180),
    occurred_at          timestamptz,
    verdict_confirmed_at timestamptz      not null,
    -- Withdrawn, it cancels the incident where no unit is on it; else whoever leads the unit is told.
    verdict_withdrawn_at timestamptz,
    opened_at            timestamptz      not null,
    outcome_kind         text             constraint incident_outcome_kind_check
        check (outcome_kind in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    outcome_persons      integer,
    outcome_note         text,
    resolved_at          timestamptz,
    resolved_by          text,
    referral_court       text,
    referral_reference   text,
    referred_at          timestamptz,
    -- Grows with every change: the entity tag.
    version              bigint           not null,
    constraint incident_attended_check check (attended or state in ('OPEN', 'ASSIGNED', 'EN_ROUTE', 'CANCELLED')),
    constraint incident_cancelled_check check (state <> 'CANCELLED' or verdict_withdrawn_at is not null),
    constraint incident_outcome_check
        check (num_nulls(outcome_kind, outcome_persons, resolved_at, resolved_by)
               = case when state in ('RESOLVED', 'REFERRED') then 0 else 4 end),
    constraint incident_arrest_check check (outcome_kind <> 'ARRESTED' or outcome_persons >= 1),
    constraint incident_referral_check
        check (num_nulls(referral_court, referral_reference, referred_at)
               = case when state = 'REFERRED' then 0 else 3 end),
    constraint incident_referral_outcome_check
        check (state <> 'REFERRED' or outcome_kind in ('ARRESTED', 'IDENTIFIED_AT_LARGE'))
);

-- At most one incident of a dossier is not over, whatever is replayed or races.
create unique index incident_open_dossier_key on incident (dossier_id)
    where state not in ('RESOLVED', 'REFERRED', 'CANCELLED');
create index incident_jurisdiction_idx on incident (jurisdiction text_pattern_ops, id);
create index incident_state_idx on incident (state, id);
create index incident_severity_idx on incident (severity, id);
create index incident_opened_at_idx on incident (opened_at);
create index incident_resolved_at_idx on incident (resolved_at) where resolved_at is not null;
create index incident_referred_at_idx on incident (referred_at) where referred_at is not null;

-- One unit sent to one incident. Released when the unit is free again: by CLEARED or by the incident's outcome.
create table assignment (
    id              uuid        not null constraint assignment_pkey primary key,
    incident_id     uuid        not null constraint assignment_incident_fkey references incident,
    unit_id         uuid        not null constraint assignment_unit_fkey references unit,
    -- As the unit was called when it was sent.
    call_sign       text        not null,
    status          text        not null constraint assignment_status_check
        check (status in ('ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED')),
    assigned_by     text        not null,
    assigned_at     timestamptz not null,
    acknowledged_at timestamptz,
    en_route_at     timestamptz,
    on_scene_at     timestamptz,
    cleared_at      timestamptz,
    released_at     timestamptz,
    constraint assignment_cleared_check check (status <> 'CLEARED' or (cleared_at is not null and released_at is not null))
);

-- Two dispatchers at once: exactly one wins, for the unit and for the incident.
create unique index assignment_active_unit_key on assignment (unit_id) where released_at is null;
create unique index assignment_active_incident_key on assignment (incident_id) where released_at is null;
create index assignment_incident_idx on assignment (incident_id, id);
create index assignment_unit_idx on assignment (unit_id, incident_id);

-- What happened to an incident, for people to read; nothing here is ever changed.
create table incident_entry (
    id            uuid        not null constraint incident_entry_pkey primary key,
    incident_id   uuid        not null constraint incident_entry_incident_fkey references incident,
    kind          text        not null constraint incident_entry_kind_check
        check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'RESOLVED', 'REFERRED',
            'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN', 'CANCELLED')),
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    assignment_id uuid        constraint incident_entry_assignment_fkey references assignment,
    call_sign     text,
    note          text
);

create index incident_entry_incident_idx on incident_entry (incident_id, id);

create function refuse_incident_entry_change() returns trigger language plpgsql as $$
begin
    raise exception 'incident_entry is append-only';
end
$$;

create trigger incident_entry_append_only before update or delete on incident_entry
    for each row execute function refuse_incident_entry_change();

-- Whatever is still told of these verdicts opens nothing and is counted nowhere.
create table withdrawn_verdict (
    verdict_id   uuid        not null constraint withdrawn_verdict_pkey primary key,
    withdrawn_at timestamptz not null
);
