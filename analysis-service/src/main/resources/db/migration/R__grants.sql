-- What the service's role may do, and the one that reads beside it (ADR 047). They own nothing: whatever is not granted
-- here, they are refused. Flyway runs this file again, after all others, whenever it changes. It only adds: a privilege is
-- taken away by a "revoke" of its own, one release after the last code that needed it.
revoke all on database analysis from public;
grant connect on database analysis to analysis, analysis_reader;
revoke all on schema public from public;
grant usage on schema public to analysis, analysis_reader;

-- Whether the schema is up to date, asked by each replica that starts.
grant select on flyway_schema_history to analysis;

-- Which footage this database has numbered; made with the schema.
grant select on footage_ledger to analysis;

-- A view that reads as its reader does.
grant select on audit_entry to analysis;

-- Written once.
grant select, insert on
    audit_consultation,
    audit_change,
    audit_leaf,
    audit_node,
    audit_checkpoint,
    erased_report,
    sighting,
    verdict,
    consultation,
    dossier_act,
    urgency_change,
    footage,
    sound,
    finding,
    match,
    match_span,
    examination_look,
    still_look,
    rendition_look,
    inbox
to analysis;

-- Changed, never deleted.
grant select, insert, update on
    report,
    report_search,
    evidence,
    placement,
    dossier,
    dossier_evidence,
    dossier_join,
    urgency,
    verdict_proposal,
    reopening_proposal,
    incident,
    incident_assignment,
    examination,
    rendition,
    known_footage
to analysis;

-- Reports are separated from dossiers; pictures go with the evidence that they were made of.
grant select, insert, delete on dossier_report, still, rendition_piece to analysis;
grant select, insert, update, delete on idempotency_key to analysis;

-- "maintain" lets the relay vacuum what it has sent.
grant select, insert, delete, maintain on outbox to analysis;

-- Whoever starts workers by how long examinations wait.
grant select (state, queued_at, not_before) on examination to analysis_reader;
