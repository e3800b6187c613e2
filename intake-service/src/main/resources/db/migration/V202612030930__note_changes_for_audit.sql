-- Who changed what intake keeps no history of.
create trigger source_added after insert on source
    for each row execute function note_audit_change('SOURCE_ADDED', 'SOURCE');
-- Polls change a source, too, but not its version.
create trigger source_changed after update on source
    for each row when (new.version <> old.version and new.removed_at is null)
    execute function note_audit_change('SOURCE_CHANGED', 'SOURCE');
create trigger source_removed after update on source
    for each row when (new.removed_at is not null and old.removed_at is null)
    execute function note_audit_change('SOURCE_REMOVED', 'SOURCE');

create trigger callback_registered after insert on callback
    for each row execute function note_audit_change('CALLBACK_REGISTERED', 'CALLBACK');
create trigger callback_removed after delete on callback
    for each row execute function note_audit_change('CALLBACK_REMOVED', 'CALLBACK');
create trigger webhook_secret_made after insert on webhook_secret
    for each row execute function note_audit_change('WEBHOOK_SECRET_MADE', 'WEBHOOK', 'owner_id');

-- Those of partners say so themselves, and those of sources were filed by nobody.
create trigger report_filed after insert on report
    for each row when (new.source_id is null and not new.from_partner)
    execute function note_audit_change('REPORT_FILED', 'REPORT');

create trigger item_reviewed after update on item
    for each row when (new.reviewed_at is distinct from old.reviewed_at)
    execute function note_audit_change('ITEM_REVIEWED', 'ITEM');
