-- A list of units shows what each is planned for, so that desks read it again when a plan changes. The unit stands in a
-- column of its own, since its crew learns of a plan when it is sent.
alter table desk_change add column planned_unit_id uuid;

create or replace function note_planned_unit_change() returns trigger language plpgsql as $$
declare
    actor text := coalesce(current_setting('balagh.actor', true), '');
    plan  planned_unit := coalesce(new, old);
begin
    perform set_config('balagh.actor', 'service', true);
    insert into desk_change (incident_id, planned_unit_id, jurisdiction)
    values (plan.incident_id, plan.unit_id,
        (select incident.jurisdiction from incident where incident.id = plan.incident_id));
    perform set_config('balagh.actor', actor, true);
    return null;
end
$$;
