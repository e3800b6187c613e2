-- The history of incidents cannot be emptied either.
create trigger incident_entry_is_not_emptied before truncate on incident_entry
    for each statement execute function refuse_incident_entry_change();
