-- The audit trail reads all of these together, newest first.
create index incident_entry_time_idx on incident_entry (recorded_at);
create index rights_entry_time_idx on rights_entry (recorded_at);
create index referral_consultation_time_idx on referral_consultation (consulted_at);
create index unit_track_consultation_time_idx on unit_track_consultation (consulted_at);
create index incident_export_time_idx on incident_export (exported_at);
create index stage_export_time_idx on stage_export (exported_at);
create index desk_export_time_idx on desk_export (exported_at);
create index inquiry_consultation_time_idx on inquiry_consultation (consulted_at);
create index finding_answer_time_idx on finding_answer (answered_at);
create index communique_approved_idx on communique (approved_at);
create index patrol_plan_entry_time_idx on patrol_plan_entry (at);
