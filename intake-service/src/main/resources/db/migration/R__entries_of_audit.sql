-- Who did what with which record, when and why (module audit): what the tables keep of it anyway, for whom each row exists.
-- A consultation that goes on stands here as it has become so far; when it is over, custody has it.
create or replace view audit_entry with (security_invoker = true) as
select id, consulted_at as at, person as person_id, person_name, 'AUDIT_CONSULTED' as kind,
       'AUDIT' as record_type, cast(null as uuid) as record_id, cast(null as text) as purpose
from audit_consultation
union all
-- Whether a report or an item exists for somebody can change.
select id, changed_at, person, person_name, kind, record_type, record_id, null
from audit_change
where case record_type
    when 'REPORT' then exists (select from report where report.id = audit_change.record_id)
    when 'ITEM' then exists (select from item where item.id = audit_change.record_id)
    else true
end
union all
select left(custody_entry.hash, 32)::uuid, at, detail ->> 'subject', actor, 'EVIDENCE_' || action, 'EVIDENCE', evidence_id,
       concat_ws('; ', detail ->> 'purpose', detail ->> 'purpose2', detail ->> 'purpose3', detail ->> 'purpose4', detail ->> 'purpose5')
from custody_entry
where action in ('CONSULTED', 'EXPORTED', 'DISCLOSED')
  and exists (select from evidence where evidence.id = custody_entry.evidence_id)
union all
-- The compartment's chains, of which the evidence has another id.
select left(custody_entry.hash, 32)::uuid, at, detail ->> 'subject', actor, 'EVIDENCE_' || action, 'EVIDENCE',
       custody_compartment.evidence_id,
       concat_ws('; ', detail ->> 'purpose', detail ->> 'purpose2', detail ->> 'purpose3', detail ->> 'purpose4', detail ->> 'purpose5')
from custody_entry join custody_compartment on custody_compartment.chain_id = custody_entry.evidence_id
where action in ('CONSULTED', 'EXPORTED', 'DISCLOSED')
union all
select md5(concat(evidence_id, subject, compartment, extract(epoch from since)))::uuid, since, subject, actor, 'EVIDENCE_BEING_CONSULTED', 'EVIDENCE',
       evidence_id, array_to_string(purposes, '; ')
from consultation
union all
select id, at, subject, actor, 'REPORTER_CONSULTED', 'REPORT', report_id, purpose
from reporter_consultation
where not compartment or (select sees_misconduct()) or (select acts_as_service())
union all
select md5(concat(report_id, extract(epoch from at)))::uuid, at, null, decided_by, 'REPORT_' || kind, 'REPORT', report_id, reason
from report_decision
union all
select act_id, at, person, person_name, 'REPORT_RULE_' || kind, 'REPORT', report_id, reason
from report_rule_act
union all
select id, at, subject, actor, 'MEDIUM_RETRIED', 'MEDIA_LINK', link_id, reason
from media_link_retry
union all
select id, placed_at, null, placed_by, 'HOLD_PLACED', subject, subject_id, reason
from legal_hold
union all
select md5('lifting ' || id)::uuid, lifted_at, null, lifted_by, 'HOLD_LIFTED', subject, subject_id, lift_reason
from legal_hold
where lifted_at is not null
union all
select md5('terms ' || version)::uuid, made_at, person, person_name, 'TERMS_CHANGED', 'TERMS', null, reason
from relevance_terms
union all
select proposal_id, proposed_at, subject, proposed_by, 'ANSWER_TEXT_PROPOSED', 'ANSWER_TEXT', null, null
from answer_text_proposal
union all
select md5('decision ' || proposal_id)::uuid, decided_at, decider_subject, decided_by,
       case decision when 'CONFIRM' then 'ANSWER_TEXT_CONFIRMED' else 'ANSWER_TEXT_REFUSED' end, 'ANSWER_TEXT', null, null
from answer_text_proposal
where decision is not null;
