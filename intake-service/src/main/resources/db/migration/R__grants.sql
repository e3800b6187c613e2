-- What the service's role may do, and the one that reads beside it (ADR 047). They own nothing: whatever is not granted
-- here, they are refused. Flyway runs this file again, after all others, whenever it changes. It only adds: a privilege is
-- taken away by a "revoke" of its own, one release after the last code that needed it.
revoke all on database intake from public;
grant connect on database intake to intake, intake_reader;
revoke all on schema public from public;
grant usage on schema public to intake, intake_reader;

-- Whether the schema is up to date, asked by each replica that starts.
grant select on flyway_schema_history to intake, intake_reader;

-- A view that reads as its reader does.
grant select on audit_entry to intake;

-- Written once.
grant select, insert on
    audit_consultation,
    audit_change,
    audit_leaf,
    audit_node,
    audit_checkpoint,
    reporter_consultation,
    report_decision,
    report_rule_act,
    withdrawn_verdict,
    answer_text,
    custody_entry,
    custody_leaf,
    custody_node,
    custody_key,
    custody_anchor,
    custody_time_stamp,
    media_link_retry,
    source_move,
    retention_deletion,
    inbox
to intake;

-- The same; "maintain" lets whoever makes new terms lock out another one.
grant select, insert, maintain on relevance_terms to intake;

-- The same, but its rows are locked, for which one has to be able to change some column. The trigger refuses the change.
grant select, insert, update (chain_id) on custody_compartment to intake;

-- Written once, but for what is personal in it, which is erased.
grant
    select, insert,
    update (address, final_address, redirects, headers, detail, connected_to, tls_subject, tls_sha256, page)
on media_fetch to intake;

-- Changed, never deleted.
grant select, insert, update on
    report,
    evidence,
    report_evidence,
    media_link,
    dossier,
    dossier_departure,
    answer_text_proposal,
    source,
    item,
    legal_hold,
    retention_run
to intake;

-- The words of all reports, and until when they were learnt; the mark is made with the schema.
grant select, insert, delete on report_word to intake;
grant select, update on report_word_mark to intake;

-- Written and taken back.
grant select, insert, delete on dossier_answer, stored_bytes, webhook_delivery to intake;

-- Work, what is erased on time, and what people put an end to. Whoever deletes rows of the first two locks them before.
grant select, insert, update, delete on
    custody_anchor_work,
    report_unsettled,
    custody_unanchored,
    reporter_identity,
    consultation,
    dossier_report,
    report_rule,
    item_mark,
    upload,
    announced_medium,
    callback,
    callback_delivery,
    webhook_secret,
    idempotency_key
to intake;

-- "maintain" lets the relay vacuum what it has sent.
grant select, insert, delete, maintain on outbox to intake;

-- Whoever proves custody reads what custody says, which bytes there are to be, and how many reports; that the sealing keys
-- are there, and nothing that lies under them.
grant select on
    evidence,
    custody_entry,
    custody_compartment,
    custody_leaf,
    custody_node,
    custody_key,
    custody_anchor,
    custody_anchor_work,
    custody_time_stamp
to intake_reader;
grant select (id) on report to intake_reader;
grant select (report_id, key_id, wrapped_key) on reporter_identity to intake_reader;
grant select (id, key_id, wrapped_key) on webhook_secret to intake_reader;
-- What the policies of these tables look into (R__row_level_security.sql).
grant select (evidence_id, report_id) on report_evidence to intake_reader;
grant select (id) on callback, source to intake_reader;
