-- Who did what with which record, when and why (module audit): what the tables keep of it anyway, for whom each row exists.
-- Of some only the name is kept that an account had. What is published is seen by all, who published it is not. What keeps
-- no history has it in audit_change.
create or replace view audit_entry with (security_invoker = true) as
select id, consulted_at as at, person as person_id, person_name, 'AUDIT_CONSULTED' as kind,
       'AUDIT' as record_type, cast(null as uuid) as record_id, cast(null as text) as purpose
from audit_consultation
union all
select id, changed_at, person, person_name, kind, record_type, record_id, null
from audit_change
union all
select id, recorded_at, null, recorded_by, 'INCIDENT_' || kind, 'INCIDENT', incident_id, note
from incident_entry
union all
select id, recorded_at, null, recorded_by, 'RIGHTS_RECORDED', 'INCIDENT', incident_id, reason
from rights_entry
union all
select id, consulted_at, person, person_name, 'REFERRAL_CONSULTED', 'INCIDENT', incident_id, purpose
from referral_consultation
union all
select id, consulted_at, person, person_name, 'TRACK_CONSULTED', 'UNIT', unit_id, null
from unit_track_consultation
union all
select id, exported_at, person, person_name, 'INCIDENTS_EXPORTED', 'INCIDENT', null, purpose
from incident_export
union all
select id, exported_at, null, exported_by, 'FIGURES_EXPORTED', 'CLOCK', null, null
from stage_export
union all
select id, exported_at, null, exported_by, 'DESK_EXPORTED', 'DESK', null, null
from desk_export
union all
select id, consulted_at, person, person_name, 'INQUIRY_CONSULTED', 'INQUIRY', inquiry_id, null
from inquiry_consultation
union all
select id, at, null, coalesce(acted_by, 'dispatch-service'), 'INQUIRY_' || kind, 'INQUIRY', inquiry_id, note
from inquiry_entry
union all
select id, asked_at, null, asked_by, 'HELP_ASKED', 'HELP_REQUEST', id, reason
from help_request
union all
select md5('answer ' || id)::uuid, answered_at, null, answered_by, case state when 'REFUSED' then 'HELP_REFUSED' else 'HELP_GRANTED' end,
       'HELP_REQUEST', id, null
from help_request
where answered_at is not null
union all
select md5('end ' || id)::uuid, ended_at, null, ended_by, 'HELP_ENDED', 'HELP_REQUEST', id, null
from help_request
where ended_at is not null
union all
select id, answered_at, answered_by_id, answered_by, 'COMMUNIQUE_FINDING_ANSWERED', 'COMMUNIQUE', communique_id, reason
from finding_answer
union all
select md5('approval ' || id)::uuid, approved_at, approved_by_id, approved_by_name, 'COMMUNIQUE_APPROVED', 'COMMUNIQUE', id, null
from communique
where approved_at is not null
  and ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]))
union all
select md5('retraction ' || id)::uuid, retracted_at, retracted_by_id, retracted_by_name, 'COMMUNIQUE_RETRACTED', 'COMMUNIQUE', id,
       retraction_reason
from communique
where retracted_at is not null
  and ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]))
union all
select id, at, null, coalesce(by_name, 'dispatch-service'), 'PATROL_PLAN_' || kind, 'PATROL_PLAN', plan_id, null
from patrol_plan_entry;
