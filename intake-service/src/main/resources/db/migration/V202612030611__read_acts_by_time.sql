-- The audit trail reads all of these together, newest first.
create index custody_entry_look_time_idx on custody_entry (at) where action in ('CONSULTED', 'EXPORTED', 'DISCLOSED');
create index reporter_consultation_time_idx on reporter_consultation (at);
create index report_decision_time_idx on report_decision (at);
create index report_rule_act_time_idx on report_rule_act (at);
create index media_link_retry_time_idx on media_link_retry (at);
create index legal_hold_placed_idx on legal_hold (placed_at);
