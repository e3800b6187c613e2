-- Who did what with which record, when and why (module audit): what the tables keep of it anyway, for whom each row exists.
-- What was made of an evidence has no policy of its own: it exists for whom the dossier with that evidence does.
create or replace view audit_entry with (security_invoker = true) as
select id, consulted_at as at, person as person_id, person_name, 'AUDIT_CONSULTED' as kind,
       'AUDIT' as record_type, cast(null as uuid) as record_id, cast(null as text) as purpose
from audit_consultation
union all
select id, changed_at, person, person_name, kind, record_type, record_id, null
from audit_change
union all
select consultation_id, consulted_at, person, person_name, 'DOSSIER_CONSULTED', 'DOSSIER', dossier_id, purpose
from consultation
union all
select look.id, look.at, look.viewer_id, look.viewer_name, 'EXAMINATION_CONSULTED', 'EXAMINATION', look.examination_id, null
from examination_look look
union all
select look.id, look.at, look.viewer_id, look.viewer_name, 'STILL_CONSULTED', 'EVIDENCE', examination.evidence_id, look.purpose
from still_look look join examination on examination.id = look.examination_id
union all
select look.id, look.at, look.viewer_id, look.viewer_name, 'RENDITION_CONSULTED', 'EVIDENCE', rendition.evidence_id, look.purpose
from rendition_look look join rendition on rendition.id = look.rendition_id
union all
select id, ordered_at, ordered_by, ordered_by_name, 'RENDITION_ORDERED', 'EVIDENCE', evidence_id, null
from rendition
where exists (select from dossier_evidence where dossier_evidence.evidence_id = rendition.evidence_id)
union all
select act_id, at, person, person_name, case kind when 'ATTACHED' then 'DOSSIER_REPORTS_ATTACHED' else 'DOSSIER_' || kind end,
       'DOSSIER', dossier_id, reason
from dossier_act
where kind <> 'REOPENED'
union all
select change_id, changed_at, person, person_name, 'URGENCY_CHANGED', 'DOSSIER', dossier_id, reason
from urgency_change
union all
select proposal_id, proposed_at, proposed_by, proposed_by_name, 'VERDICT_PROPOSED', 'DOSSIER', dossier_id, reasons
from verdict_proposal
union all
select md5('decision ' || proposal_id)::uuid, decided_at, decided_by, decided_by_name,
       case decision when 'CONFIRM' then 'VERDICT_CONFIRMED' else 'VERDICT_REFUSED' end, 'DOSSIER', dossier_id, decision_reason
from verdict_proposal
where decision is not null
union all
select reopening_id, proposed_at, proposed_by, proposed_by_name, 'REOPENING_PROPOSED', 'DOSSIER', dossier_id, reason
from reopening_proposal
union all
select md5('decision ' || reopening_id)::uuid, decided_at, decided_by, decided_by_name,
       case decision when 'CONFIRM' then 'REOPENING_CONFIRMED' else 'REOPENING_REFUSED' end, 'DOSSIER', dossier_id, decision_reason
from reopening_proposal
where decision is not null
union all
select id, banked_at, banked_by, banked_by_name, 'FOOTAGE_BANKED', 'EVIDENCE', evidence_id, null
from known_footage
where exists (select from dossier_evidence where dossier_evidence.evidence_id = known_footage.evidence_id)
union all
select md5('removal ' || id)::uuid, removed_at, removed_by, removed_by_name, 'FOOTAGE_REMOVED', 'EVIDENCE', evidence_id, null
from known_footage
where removed_at is not null
  and exists (select from dossier_evidence where dossier_evidence.evidence_id = known_footage.evidence_id);
