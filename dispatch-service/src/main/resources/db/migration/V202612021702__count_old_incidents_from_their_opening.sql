-- Of an incident that had several verdicts before the first one was kept, a further verdict keeps one that came after the
-- incident was opened: it is counted from its opening then, too, so that no sample leaves the period that it was in.
set local lock_timeout = '2s';
create or replace view clock_incident as
select incident.id,
       incident.jurisdiction,
       least(coalesce(incident.first_verdict_confirmed_at, incident.verdict_confirmed_at), incident.opened_at)
           as verdict_confirmed_at,
       min(assignment.assigned_at) as assigned_at,
       min(assignment.on_scene_at) as on_scene_at,
       incident.resolved_at,
       incident.referred_at,
       incident.type
from incident
left join assignment on assignment.incident_id = incident.id
group by incident.id;
