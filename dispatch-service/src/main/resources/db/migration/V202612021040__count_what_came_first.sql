-- When the verdict was confirmed that an incident was opened for, where another one has followed. Of those before, the time
-- is not known any more: they count from when they were opened, which is as soon as the service heard of the verdict.
set local lock_timeout = '2s';
alter table incident add column first_verdict_confirmed_at timestamptz;

create or replace view clock_incident as
select incident.id,
       incident.jurisdiction,
       coalesce(incident.first_verdict_confirmed_at, least(incident.verdict_confirmed_at, incident.opened_at))
           as verdict_confirmed_at,
       min(assignment.assigned_at) as assigned_at,
       min(assignment.on_scene_at) as on_scene_at,
       incident.resolved_at,
       incident.referred_at,
       incident.type
from incident
left join assignment on assignment.incident_id = incident.id
group by incident.id;

-- One row for each stage that something went through: how long it took, in seconds, and when it began and ended. The
-- subject is a report, an evidence, a dossier or an incident: the stage says which. An incident counts with what came first,
-- so that neither a reopening nor another verdict changes a period that is over.
create or replace view clock_sample as
select 'PUBLISHED_TO_TAKEN_IN' as stage, jurisdiction, received_at as ended_at,
       extract(epoch from received_at - published_at)::double precision as seconds,
       published_at as started_at, report_id as subject_id, null::text as incident_type
from clock_counted_report where published_at <= received_at
union all
select 'TAKEN_IN_TO_SECURED', jurisdiction, secured_at,
       extract(epoch from secured_at - received_at)::double precision,
       received_at, evidence_id, null
from clock_counted_evidence where received_at <= secured_at
union all
select 'SECURED_TO_EXAMINED', jurisdiction, examined_at,
       extract(epoch from examined_at - secured_at)::double precision,
       secured_at, evidence_id, null
from clock_counted_evidence where secured_at <= examined_at
union all
select 'TAKEN_IN_UNTIL_READY', jurisdiction, examined_at,
       extract(epoch from examined_at - received_at)::double precision,
       received_at, evidence_id, null
from clock_counted_evidence where received_at <= examined_at
union all
-- From the last examination that the proposer could look at.
select 'EXAMINED_TO_PROPOSED', verdict.jurisdiction, verdict.proposed_at,
       extract(epoch from verdict.proposed_at - examined.at)::double precision,
       examined.at, verdict.dossier_id, incident.type
from clock_verdict verdict
cross join lateral (
    select max(evidence.examined_at) as at
    from clock_dossier_report dossier
    join clock_report_evidence report on report.report_id = dossier.report_id
    join clock_counted_evidence evidence on evidence.evidence_id = report.evidence_id
    where dossier.dossier_id = verdict.dossier_id and evidence.examined_at <= verdict.proposed_at
) examined
left join incident on incident.verdict_id = verdict.verdict_id
where examined.at is not null
union all
select 'PROPOSED_TO_CONFIRMED', verdict.jurisdiction, verdict.confirmed_at,
       extract(epoch from verdict.confirmed_at - verdict.proposed_at)::double precision,
       verdict.proposed_at, verdict.dossier_id, incident.type
from clock_verdict verdict
left join incident on incident.verdict_id = verdict.verdict_id
where verdict.proposed_at <= verdict.confirmed_at
union all
select 'CONFIRMED_TO_ASSIGNED', jurisdiction, assigned_at,
       extract(epoch from assigned_at - verdict_confirmed_at)::double precision,
       verdict_confirmed_at, id, type
from clock_incident where verdict_confirmed_at <= assigned_at
union all
select 'ASSIGNED_TO_ON_SCENE', jurisdiction, on_scene_at,
       extract(epoch from on_scene_at - assigned_at)::double precision,
       assigned_at, id, type
from clock_incident where assigned_at <= on_scene_at
union all
select 'ON_SCENE_TO_OUTCOME', jurisdiction, stated_at,
       extract(epoch from stated_at - on_scene_at)::double precision,
       on_scene_at, id, type
from clock_incident
join (
    select incident_id, min(stated_at) as stated_at from outcome_statement group by incident_id
) first_outcome on first_outcome.incident_id = clock_incident.id
where on_scene_at <= stated_at
union all
-- From the outcome that led there: nothing is reopened after a referral.
select 'OUTCOME_TO_REFERRED', jurisdiction, referred_at,
       extract(epoch from referred_at - resolved_at)::double precision,
       resolved_at, id, type
from clock_incident where resolved_at <= referred_at;
