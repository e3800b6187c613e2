-- The times of each stage as the other services' events tell them, in whatever order they come. A column is null until its
-- event has come. Nothing personal, and nothing of misconduct: only neutral events and VerdictReached are read.
create table clock_report (
    report_id    uuid        not null constraint clock_report_pkey primary key,
    jurisdiction text        not null,
    published_at timestamptz,
    received_at  timestamptz not null
);

create index clock_report_received_at_idx on clock_report (received_at);

create table clock_evidence (
    evidence_id  uuid        not null constraint clock_evidence_pkey primary key,
    jurisdiction text,
    received_at  timestamptz,
    secured_at   timestamptz,
    examined_at  timestamptz
);

create index clock_evidence_secured_at_idx on clock_evidence (secured_at);
create index clock_evidence_examined_at_idx on clock_evidence (examined_at);

create table clock_report_evidence (
    report_id   uuid not null,
    evidence_id uuid not null,
    constraint clock_report_evidence_pkey primary key (report_id, evidence_id)
);

create index clock_report_evidence_evidence_idx on clock_report_evidence (evidence_id);

create table clock_dossier_report (
    dossier_id uuid not null,
    report_id  uuid not null,
    constraint clock_dossier_report_pkey primary key (dossier_id, report_id)
);

create index clock_dossier_report_report_idx on clock_dossier_report (report_id);

-- A report that a person separated from a dossier does not come back to it by what was told of earlier.
create table clock_departure (
    dossier_id uuid        not null,
    report_id  uuid        not null,
    left_at    timestamptz not null,
    constraint clock_departure_pkey primary key (dossier_id, report_id)
);

-- Where the reports of a dossier stand since a person joined it to another one.
create table clock_merged_dossier (
    dossier_id uuid not null constraint clock_merged_dossier_pkey primary key,
    into_id    uuid not null
);

create table clock_verdict (
    verdict_id   uuid        not null constraint clock_verdict_pkey primary key,
    dossier_id   uuid        not null,
    jurisdiction text        not null,
    proposed_at  timestamptz not null,
    confirmed_at timestamptz not null
);

create index clock_verdict_proposed_at_idx on clock_verdict (proposed_at);
create index clock_verdict_confirmed_at_idx on clock_verdict (confirmed_at);

-- When the first unit was sent to an incident and when the first one was there.
create view clock_incident as
select incident.id,
       incident.jurisdiction,
       incident.verdict_confirmed_at,
       min(assignment.assigned_at) as assigned_at,
       min(assignment.on_scene_at) as on_scene_at,
       incident.resolved_at,
       incident.referred_at
from incident
left join assignment on assignment.incident_id = incident.id
group by incident.id;

-- What stands in a dossier with an inquiry is counted nowhere: a figure must not tell that there was one. The views look at
-- the inquiries themselves, so it does not matter which event came first. A report is hidden when all of its dossiers have
-- an inquiry: what somebody adds to it takes it out of no figure.
create view clock_hidden_report as
select dossier.report_id
from clock_dossier_report dossier
where exists (select from inquiry where inquiry.dossier_id = dossier.dossier_id)
and not exists (
    select from clock_dossier_report other
    where other.report_id = dossier.report_id
    and not exists (select from inquiry where inquiry.dossier_id = other.dossier_id));

create view clock_counted_report as
select report_id, jurisdiction, published_at, received_at
from clock_report report
where not exists (select from clock_hidden_report hidden where hidden.report_id = report.report_id);

create view clock_counted_evidence as
select evidence_id, jurisdiction, received_at, secured_at, examined_at
from clock_evidence evidence
where not exists (
    select from clock_report_evidence report
    join clock_hidden_report hidden on hidden.report_id = report.report_id
    where report.evidence_id = evidence.evidence_id);

-- One row for each stage that something went through: how long it took, in seconds, and when it ended.
create view clock_sample as
select 'PUBLISHED_TO_TAKEN_IN' as stage, jurisdiction, received_at as ended_at,
       extract(epoch from received_at - published_at)::double precision as seconds
from clock_counted_report where published_at <= received_at
union all
select 'TAKEN_IN_TO_SECURED', jurisdiction, secured_at,
       extract(epoch from secured_at - received_at)::double precision
from clock_counted_evidence where received_at <= secured_at
union all
select 'SECURED_TO_EXAMINED', jurisdiction, examined_at,
       extract(epoch from examined_at - secured_at)::double precision
from clock_counted_evidence where secured_at <= examined_at
union all
select 'TAKEN_IN_UNTIL_READY', jurisdiction, examined_at,
       extract(epoch from examined_at - received_at)::double precision
from clock_counted_evidence where received_at <= examined_at
union all
-- From the last examination that the proposer could look at.
select 'EXAMINED_TO_PROPOSED', verdict.jurisdiction, verdict.proposed_at,
       extract(epoch from verdict.proposed_at - examined.at)::double precision
from clock_verdict verdict
cross join lateral (
    select max(evidence.examined_at) as at
    from clock_dossier_report dossier
    join clock_report_evidence report on report.report_id = dossier.report_id
    join clock_counted_evidence evidence on evidence.evidence_id = report.evidence_id
    where dossier.dossier_id = verdict.dossier_id and evidence.examined_at <= verdict.proposed_at
) examined
where examined.at is not null
union all
select 'PROPOSED_TO_CONFIRMED', jurisdiction, confirmed_at,
       extract(epoch from confirmed_at - proposed_at)::double precision
from clock_verdict where proposed_at <= confirmed_at
union all
select 'CONFIRMED_TO_ASSIGNED', jurisdiction, assigned_at,
       extract(epoch from assigned_at - verdict_confirmed_at)::double precision
from clock_incident where verdict_confirmed_at <= assigned_at
union all
select 'ASSIGNED_TO_ON_SCENE', jurisdiction, on_scene_at,
       extract(epoch from on_scene_at - assigned_at)::double precision
from clock_incident where assigned_at <= on_scene_at
union all
select 'ON_SCENE_TO_OUTCOME', jurisdiction, resolved_at,
       extract(epoch from resolved_at - on_scene_at)::double precision
from clock_incident where on_scene_at <= resolved_at
union all
select 'OUTCOME_TO_REFERRED', jurisdiction, referred_at,
       extract(epoch from referred_at - resolved_at)::double precision
from clock_incident where resolved_at <= referred_at;
