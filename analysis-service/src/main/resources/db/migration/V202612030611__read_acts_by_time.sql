-- The audit trail reads all of these together, newest first.
create index consultation_time_idx on consultation (consulted_at);
create index examination_look_time_idx on examination_look (at);
create index still_look_time_idx on still_look (at);
create index rendition_look_time_idx on rendition_look (at);
create index rendition_ordered_idx on rendition (ordered_at);
create index dossier_act_time_idx on dossier_act (at);
create index urgency_change_time_idx on urgency_change (changed_at);
create index verdict_proposal_proposed_idx on verdict_proposal (proposed_at);
create index verdict_proposal_decided_idx on verdict_proposal (decided_at);
create index known_footage_banked_idx on known_footage (banked_at);
