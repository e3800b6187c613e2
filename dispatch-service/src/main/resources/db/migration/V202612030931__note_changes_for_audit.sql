-- Who changed what dispatch keeps no history of. What a unit does on an assignment stands in its incident's.
create trigger unit_registered after insert on unit
    for each row execute function note_audit_change('UNIT_REGISTERED', 'UNIT');
create trigger unit_changed after update on unit
    for each row when (
        (new.call_sign, new.kind, new.crew, new.jurisdiction, new.skills, new.equipment, new.shift_begins_at, new.shift_ends_at,
            new.home_name, new.home_latitude, new.home_longitude)
        is distinct from (old.call_sign, old.kind, old.crew, old.jurisdiction, old.skills, old.equipment, old.shift_begins_at,
            old.shift_ends_at, old.home_name, old.home_latitude, old.home_longitude))
    execute function note_audit_change('UNIT_CHANGED', 'UNIT');
create trigger unit_status_changed after update on unit
    for each row when (
        (new.status, new.busy_reason) is distinct from (old.status, old.busy_reason)
        and new.status in ('AVAILABLE', 'OFF_DUTY') and old.status in ('AVAILABLE', 'OFF_DUTY'))
    execute function note_audit_change('UNIT_STATUS_CHANGED', 'UNIT');

create trigger run_card_added after insert on run_card
    for each row execute function note_audit_change('RUN_CARD_ADDED', 'RUN_CARD');
create trigger run_card_changed after update on run_card
    for each row when (new.version <> old.version)
    execute function note_audit_change('RUN_CARD_CHANGED', 'RUN_CARD');

create trigger escalation_policy_added after insert on escalation_policy
    for each row execute function note_audit_change('ESCALATION_POLICY_CHANGED', 'ESCALATION_POLICY');
create trigger escalation_policy_changed after update on escalation_policy
    for each row when (new.version <> old.version)
    execute function note_audit_change('ESCALATION_POLICY_CHANGED', 'ESCALATION_POLICY');

create trigger road_closed after insert on road_closure
    for each row execute function note_audit_change('ROAD_CLOSED', 'ROAD_CLOSURE');
create trigger road_closure_lifted after update on road_closure
    for each row when (new.lifted_at is not null and old.lifted_at is null)
    execute function note_audit_change('ROAD_CLOSURE_LIFTED', 'ROAD_CLOSURE');

create trigger communique_drafted after insert on communique
    for each row execute function note_audit_change('COMMUNIQUE_DRAFTED', 'COMMUNIQUE');
create trigger communique_changed after update on communique
    for each row when (new.text_version <> old.text_version)
    execute function note_audit_change('COMMUNIQUE_CHANGED', 'COMMUNIQUE');

create trigger callback_registered after insert on callback
    for each row execute function note_audit_change('CALLBACK_REGISTERED', 'CALLBACK');
create trigger callback_removed after delete on callback
    for each row execute function note_audit_change('CALLBACK_REMOVED', 'CALLBACK');
create trigger webhook_secret_made after insert on webhook_secret
    for each row execute function note_audit_change('WEBHOOK_SECRET_MADE', 'WEBHOOK', 'owner_id');

create index inquiry_entry_time_idx on inquiry_entry (at, id);
