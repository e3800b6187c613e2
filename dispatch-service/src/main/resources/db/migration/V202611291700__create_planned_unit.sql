-- Busy units that a dispatcher has planned as the next for an incident (ADR 064). A row is a plan that holds; how plans were
-- made and ended is in the timelines of incidents.
create table planned_unit (
    -- One next incident for a unit.
    unit_id     uuid        not null constraint planned_unit_pkey primary key
        constraint planned_unit_unit_fkey references unit,
    incident_id uuid        not null constraint planned_unit_incident_fkey references incident,
    -- As the unit was called when it was planned.
    call_sign   text        not null,
    -- Null for what falls to it when it is sent.
    role        text        constraint planned_unit_role_check
        check (role in ('LEAD', 'SUPPORT', 'SEARCH', 'CORDON', 'MEDICAL')),
    planned_by  text        not null,
    planned_at  timestamptz not null
);
create index planned_unit_incident_idx on planned_unit (incident_id);

alter table incident_entry drop constraint incident_entry_kind_check;
alter table incident_entry add constraint incident_entry_kind_check
    check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'STOOD_DOWN',
        'ASSISTANCE_ASKED', 'RESOLVED', 'REOPENED', 'REFERRED', 'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN',
        'CANCELLED', 'CLASSIFIED', 'ESCALATED', 'OUTCOME_CORRECTED', 'COURT_DECIDED', 'PLANNED', 'PLAN_ENDED'));

-- How long units were away, newest first: what is left for those that are away now is estimated from it.
create index assignment_released_at_idx on assignment (released_at desc) where released_at is not null;

-- Desks are told of the incident alone: which unit is meant for it is not for the unit's crew until it is sent.
create function note_planned_unit_change() returns trigger language plpgsql as $$
begin
    perform note_desk_change(coalesce(new.incident_id, old.incident_id), null, null, null);
    return null;
end
$$;
create trigger planned_unit_change_noted after insert or delete on planned_unit
    for each row execute function note_planned_unit_change();

-- Whoever planned it learns at once that it is free, also of a unit of elsewhere that helps out.
create function note_planned_unit_status() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
    next  uuid;
begin
    perform set_config('balagh.actor', 'service', true);
    select incident_id into next from planned_unit where unit_id = new.id;
    perform set_config('balagh.actor', actor, true);
    if next is not null then
        perform note_desk_change(next, null, null, null);
    end if;
    return null;
end
$$;
create trigger planned_unit_status_noted after update on unit
    for each row when (old.status is distinct from new.status) execute function note_planned_unit_status();
