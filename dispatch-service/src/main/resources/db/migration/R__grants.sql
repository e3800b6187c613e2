-- What the service's own role may do (ADR 047). It owns nothing: whatever is not granted here, it is refused. Flyway runs
-- this file again, after all others, whenever it changes. It only adds: a privilege is taken away by a "revoke" of its own,
-- one release after the last code that needed it.
revoke all on database dispatch from public;
grant connect on database dispatch to dispatch;
revoke all on schema public from public;
grant usage on schema public to dispatch;

-- Whether the schema is up to date, asked by each replica that starts.
grant select on flyway_schema_history to dispatch;

-- Written once.
grant select, insert on
    audit_consultation,
    audit_change,
    audit_leaf,
    audit_node,
    audit_checkpoint,
    incident_entry,
    outcome_statement,
    rights_entry,
    court_decision,
    referral_consultation,
    incident_export,
    inquiry_consultation,
    unit_track_consultation,
    stage_export,
    desk_export,
    finding_answer,
    withdrawn_verdict,
    verdict_facts,
    clock_report,
    clock_report_evidence,
    clock_answer,
    campaign_month,
    campaign_count,
    campaign_pace,
    campaign_key,
    patrol_spot,
    patrol_unit,
    patrol_plan_entry,
    visit_observation,
    inbox
to dispatch;

-- Changed, never deleted.
grant select, insert, update on
    unit,
    help_request,
    unit_loan,
    incident,
    assignment,
    run_card,
    communique,
    inquiry,
    inquiry_erasure,
    road_closure,
    clock_evidence,
    clock_departure,
    escalation_policy,
    incident_stage,
    escalation,
    black_spot_run,
    campaign_run,
    patrol_plan,
    patrol_visit,
    patrol_run
to dispatch;

-- Written and taken back: by a separation, a withdrawal, an expiry.
grant select, insert, delete on unit_track, planned_unit, patrol_duty to dispatch;
grant select, insert, update, delete on unit_position to dispatch;
grant select, insert, delete on clock_dossier_report, clock_verdict to dispatch;
grant select, insert, update, delete on idempotency_key, run_card_requirement to dispatch;
grant select, insert, update, delete on callback, callback_delivery, webhook_secret to dispatch;
-- Deleted with their callback.
grant select, insert on incident_callback to dispatch;
grant select, insert, update on told_incident to dispatch;

-- Erased with the whole file of an inquiry, never alone.
grant select, insert, delete on inquiry_entry, inquiry_attachment to dispatch;
grant select, insert, update, delete on inquiry_step, inquiry_hearing, inquiry_suspension to dispatch;

-- "maintain" lets the relay vacuum what it has sent, and whoever joins dossiers lock out another one.
grant select, insert, delete, maintain on outbox to dispatch;
grant select, insert, maintain on clock_merged_dossier to dispatch;

-- What desks are told of: erased after a while, which is noted.
grant select, insert, delete on desk_change to dispatch;
grant select, update on desk_change_erasure to dispatch;

-- Versions, written once and deleted when they are old; their black spots go with them.
grant select, insert, delete on black_spot_map to dispatch;
grant select, insert on black_spot to dispatch;

-- Reads as its reader does.
grant select on audit_entry to dispatch;

-- Views, which read as their owner does.
grant select on
    verified_incident,
    clock_incident,
    clock_hidden_report,
    clock_counted_report,
    clock_counted_evidence,
    clock_sample
to dispatch;
