-- What dispatch says about the incidents of a dossier: a copy for reading. Any of its events may be the first to come.
create table incident (
    incident_id     uuid        not null constraint incident_pkey primary key,
    dossier_id      uuid        not null,
    severity        integer,
    opened_at       timestamptz,
    outcome         text,
    persons         integer,
    resolved_at     timestamptz,
    court           text,
    court_reference text,
    referred_at     timestamptz,
    -- When it ended without an outcome, because the verdict behind it was withdrawn.
    cancelled_at    timestamptz,
    constraint incident_resolved_check check (
        (resolved_at is null) = (outcome is null) and (resolved_at is null) = (persons is null)),
    constraint incident_referred_check check (
        (referred_at is null) = (court is null) and (referred_at is null) = (court_reference is null))
);

create index incident_dossier_idx on incident (dossier_id, incident_id);
-- Pages print the last six digits of an id.
create index incident_short_id_idx on incident (right(cast(incident_id as text), 6));

create table incident_assignment (
    assignment_id   uuid        not null constraint incident_assignment_pkey primary key,
    incident_id     uuid        not null constraint incident_assignment_incident_fkey references incident,
    unit_id         uuid        not null,
    call_sign       text,
    assigned_at     timestamptz,
    acknowledged_at timestamptz,
    en_route_at     timestamptz,
    on_scene_at     timestamptz,
    cleared_at      timestamptz
);

create index incident_assignment_incident_idx on incident_assignment (incident_id, assignment_id);
