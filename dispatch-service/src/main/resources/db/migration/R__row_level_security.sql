-- Who sees which rows; what the functions answer is set for each connection (module persistence, ADR 048). The policies
-- are forced, since views read tables as their owner.
alter table unit enable row level security, force row level security;
drop policy if exists unit_visibility on unit;
create policy unit_visibility on unit
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

-- Those of elsewhere that help out are seen by who leads them meanwhile, and changed by nobody but the service.
create or replace function helping_jurisdictions() returns text[]
    language sql stable parallel safe
    return (select array_agg(pattern)
            from help_request cross join lateral (values (asked), (asked || '-%')) as helping (pattern)
            where state = 'GRANTED' and until_at > now() and unit_id is null
              and asking like any ((select visible_jurisdictions())::text[]));
create or replace function helping_units() returns uuid[]
    language sql stable parallel safe
    return (select array_agg(unit_id)
            from help_request
            where state = 'GRANTED' and until_at > now() and unit_id is not null
              and asking like any ((select visible_jurisdictions())::text[]));
drop policy if exists unit_help on unit;
create policy unit_help on unit for select
    using (not (select is_field_unit())
        and (jurisdiction like any ((select helping_jurisdictions())::text[])
            or id = any ((select helping_units())::uuid[])));

-- Where it is, whoever sees the unit sees. Only the service writes it, for many callers at once.
alter table unit_position enable row level security, force row level security;
drop policy if exists unit_position_visibility on unit_position;
create policy unit_position_visibility on unit_position
    using ((select acts_as_service()));
drop policy if exists unit_position_own on unit_position;
create policy unit_position_own on unit_position for select
    using (jurisdiction like any ((select visible_jurisdictions())::text[])
        or (not (select is_field_unit())
            and (jurisdiction like any ((select helping_jurisdictions())::text[])
                or unit_id = any ((select helping_units())::uuid[]))));

-- Where it has been is for its own jurisdiction, also while it helps out.
do $$
declare
    name text;
begin
    foreach name in array array['unit_track', 'unit_track_consultation']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()) or exists (
            select from unit where unit.id = %I.unit_id
            and unit.jurisdiction like any ((select visible_jurisdictions())::text[])))', name || '_visibility', name, name);
    end loop;
end
$$;

-- Both sides see a request for help.
alter table help_request enable row level security, force row level security;
drop policy if exists help_request_visibility on help_request;
create policy help_request_visibility on help_request
    using ((select acts_as_service())
        or asking like any ((select visible_jurisdictions())::text[])
        or asked like any ((select visible_jurisdictions())::text[]));

alter table unit_loan enable row level security, force row level security;
drop policy if exists unit_loan_visibility on unit_loan;
create policy unit_loan_visibility on unit_loan
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

alter table incident enable row level security, force row level security;
drop policy if exists incident_visibility on incident;
create policy incident_visibility on incident
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

-- The crew of a unit that was lent works on that incident as its own.
create or replace function lent_incidents() returns uuid[]
    language sql stable parallel safe
    return (select array_agg(incident_id)
            from unit_loan
            where (until_at is null or until_at > now())
              and jurisdiction like any ((select visible_jurisdictions())::text[]));
drop policy if exists incident_loan on incident;
create policy incident_loan on incident
    using ((select is_field_unit()) and id = any ((select lent_incidents())::uuid[]));

alter table verdict_facts enable row level security, force row level security;
drop policy if exists verdict_facts_visibility on verdict_facts;
create policy verdict_facts_visibility on verdict_facts
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));
-- Whether there is a weapon the crew that was lent has to know, too.
drop policy if exists verdict_facts_loan on verdict_facts;
create policy verdict_facts_loan on verdict_facts for select
    using ((select is_field_unit()) and exists (
        select from incident
        where incident.verdict_id = verdict_facts.verdict_id and incident.id = any ((select lent_incidents())::uuid[])));

-- What belongs to an incident exists for whom the incident does.
alter table assignment enable row level security, force row level security;
drop policy if exists assignment_visibility on assignment;
create policy assignment_visibility on assignment
    using ((select acts_as_service()) or exists (select from incident where incident.id = assignment.incident_id));

-- Who is meant to come is between dispatchers: no crew learns of an incident before it is sent there.
alter table planned_unit enable row level security, force row level security;
drop policy if exists planned_unit_visibility on planned_unit;
create policy planned_unit_visibility on planned_unit
    using ((select acts_as_service())
        or (not (select is_field_unit())
            and exists (select from incident where incident.id = planned_unit.incident_id)));

alter table incident_entry enable row level security, force row level security;
drop policy if exists incident_entry_visibility on incident_entry;
create policy incident_entry_visibility on incident_entry
    using ((select acts_as_service()) or exists (select from incident where incident.id = incident_entry.incident_id));

-- A run card holds in all that lies in its territory, so that it is read there; it is changed by its own territory alone.
alter table run_card enable row level security, force row level security;
drop policy if exists run_card_visibility on run_card;
create policy run_card_visibility on run_card
    using ((select acts_as_service())
        or jurisdiction like any ((select visible_jurisdictions())::text[])
        or exists (select from unnest((select visible_jurisdictions())) pattern where pattern like jurisdiction || '-%'))
    with check ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

alter table run_card_requirement enable row level security, force row level security;
drop policy if exists run_card_requirement_visibility on run_card_requirement;
create policy run_card_requirement_visibility on run_card_requirement
    using ((select acts_as_service()) or exists (select from run_card where run_card.id = run_card_requirement.run_card_id));
alter table outcome_statement enable row level security, force row level security;
drop policy if exists outcome_statement_visibility on outcome_statement;
create policy outcome_statement_visibility on outcome_statement
    using ((select acts_as_service()) or exists (select from incident where incident.id = outcome_statement.incident_id));

alter table rights_entry enable row level security, force row level security;
drop policy if exists rights_entry_visibility on rights_entry;
create policy rights_entry_visibility on rights_entry
    using ((select acts_as_service()) or exists (select from incident where incident.id = rights_entry.incident_id));

alter table incident_stage enable row level security, force row level security;
drop policy if exists incident_stage_visibility on incident_stage;
create policy incident_stage_visibility on incident_stage
    using ((select acts_as_service()) or exists (select from incident where incident.id = incident_stage.incident_id));

alter table escalation enable row level security, force row level security;
drop policy if exists escalation_visibility on escalation;
create policy escalation_visibility on escalation
    using ((select acts_as_service())
        or exists (select from incident_stage where incident_stage.id = escalation.stage_id));

-- A policy is changed where it belongs, and known wherever it applies: in what lies in its territory, too.
alter table escalation_policy enable row level security, force row level security;
drop policy if exists escalation_policy_visibility on escalation_policy;
create policy escalation_policy_visibility on escalation_policy
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));
drop policy if exists escalation_policy_above on escalation_policy;
create policy escalation_policy_above on escalation_policy for select
    using (exists (select from unnest((select visible_jurisdictions())) as own (pattern)
        where own.pattern like escalation_policy.jurisdiction || '-%'));

alter table road_closure enable row level security, force row level security;
drop policy if exists road_closure_visibility on road_closure;
create policy road_closure_visibility on road_closure
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

alter table referral_consultation enable row level security, force row level security;
drop policy if exists referral_consultation_visibility on referral_consultation;
create policy referral_consultation_visibility on referral_consultation
    using ((select acts_as_service())
        or exists (select from incident where incident.id = referral_consultation.incident_id));

alter table court_decision enable row level security, force row level security;
drop policy if exists court_decision_visibility on court_decision;
create policy court_decision_visibility on court_decision
    using ((select acts_as_service()) or exists (select from incident where incident.id = court_decision.incident_id));

-- That something changed is told to whom it exists for.
alter table desk_change enable row level security, force row level security;
drop policy if exists desk_change_visibility on desk_change;
create policy desk_change_visibility on desk_change
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

-- Exports are seen where what they hold lies, and where some of it may: those of a wider territory, too.
alter table incident_export enable row level security, force row level security;
drop policy if exists incident_export_visibility on incident_export;
create policy incident_export_visibility on incident_export
    using ((select acts_as_service())
        or exists (select from unnest(jurisdictions) as taken (code)
            where taken.code like any ((select visible_jurisdictions())::text[])));
drop policy if exists incident_export_above on incident_export;
create policy incident_export_above on incident_export for select
    using (exists (select from unnest(jurisdictions) as taken (code)
        cross join unnest((select visible_jurisdictions())) as own (pattern)
        where own.pattern like taken.code || '-%'));

-- A callback is its partner's; commanders see how those are doing that are told of their territory, or of a wider one.
alter table incident_callback enable row level security, force row level security;
drop policy if exists incident_callback_visibility on incident_callback;
create policy incident_callback_visibility on incident_callback
    using ((select acts_as_service())
        or owner = (select visible_filer())
        or exists (select from unnest(jurisdictions) as told (code)
            where told.code like any ((select visible_jurisdictions())::text[])));
drop policy if exists incident_callback_above on incident_callback;
create policy incident_callback_above on incident_callback for select
    using (exists (select from unnest(jurisdictions) as told (code)
        cross join unnest((select visible_jurisdictions())) as own (pattern)
        where own.pattern like told.code || '-%'));

alter table callback enable row level security, force row level security;
drop policy if exists callback_visibility on callback;
create policy callback_visibility on callback
    using ((select acts_as_service()) or owner = (select visible_filer()));
drop policy if exists callback_told on callback;
create policy callback_told on callback for select
    using (exists (select from incident_callback where incident_callback.callback_id = callback.id));

do $$
declare
    name text;
begin
    foreach name in array array['callback_delivery', 'told_incident']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()))', name || '_visibility', name);
        execute format('drop policy if exists %I on %I', name || '_told', name);
        execute format('create policy %I on %I for select using (exists (
            select from callback where callback.id = %I.callback_id))', name || '_told', name, name);
    end loop;
end
$$;

-- Secrets are for the partner, and for whoever signs.
alter table webhook_secret enable row level security, force row level security;
drop policy if exists webhook_secret_visibility on webhook_secret;
create policy webhook_secret_visibility on webhook_secret
    using ((select acts_as_service())
        or exists (select from callback where callback.id = webhook_secret.owner_id
            and callback.owner = (select visible_filer())));

-- A map is its territory's, and is known in all that lies in it; a black spot is of the territory that its incidents are of.
alter table black_spot_map enable row level security, force row level security;
drop policy if exists black_spot_map_visibility on black_spot_map;
create policy black_spot_map_visibility on black_spot_map
    using ((select acts_as_service()) or territory like any ((select visible_jurisdictions())::text[]));
drop policy if exists black_spot_map_above on black_spot_map;
create policy black_spot_map_above on black_spot_map for select
    using (exists (select from unnest((select visible_jurisdictions())) as own (pattern)
        where own.pattern like black_spot_map.territory || '-%'));

alter table black_spot enable row level security, force row level security;
drop policy if exists black_spot_visibility on black_spot;
create policy black_spot_visibility on black_spot
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

alter table black_spot_run enable row level security, force row level security;
drop policy if exists black_spot_run_visibility on black_spot_run;
create policy black_spot_run_visibility on black_spot_run
    using ((select acts_as_service()));

-- Plans are for desks: a crew learns of its own visits.
alter table patrol_plan enable row level security, force row level security;
drop policy if exists patrol_plan_visibility on patrol_plan;
create policy patrol_plan_visibility on patrol_plan
    using ((select acts_as_service())
        or (not (select is_field_unit()) and jurisdiction like any ((select visible_jurisdictions())::text[])));

do $$
declare
    name text;
begin
    foreach name in array array[
        'patrol_spot', 'patrol_unit', 'patrol_duty', 'patrol_visit', 'patrol_plan_entry', 'visit_observation']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()) or exists (
            select from patrol_plan where patrol_plan.id = %I.plan_id))', name || '_visibility', name, name);
    end loop;
end
$$;

alter table patrol_run enable row level security, force row level security;
drop policy if exists patrol_run_visibility on patrol_run;
create policy patrol_run_visibility on patrol_run
    using ((select acts_as_service()));

-- Inquiries exist for internal affairs alone.
alter table inquiry enable row level security, force row level security;
drop policy if exists inquiry_visibility on inquiry;
create policy inquiry_visibility on inquiry
    using ((select acts_as_service())
        or ((select sees_misconduct()) and jurisdiction like any ((select visible_jurisdictions())::text[])));

-- What belongs to an inquiry exists for whom the inquiry does.
do $$
declare
    name text;
begin
    foreach name in array array['inquiry_consultation', 'inquiry_step', 'inquiry_hearing', 'inquiry_suspension',
        'inquiry_attachment', 'inquiry_entry', 'inquiry_erasure']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()) or exists (
            select from inquiry where inquiry.id = %I.inquiry_id))', name || '_visibility', name, name);
    end loop;
end
$$;

-- People see figures, which the service computes: it must know of inquiries to leave out what belongs to them.
do $$
declare
    name text;
begin
    foreach name in array array['clock_report', 'clock_evidence', 'clock_report_evidence', 'clock_dossier_report',
        'clock_merged_dossier', 'clock_departure', 'clock_verdict', 'clock_answer', 'withdrawn_verdict', 'stage_export',
        'desk_export', 'campaign_month', 'campaign_count', 'campaign_pace', 'campaign_key', 'campaign_run']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()))', name || '_visibility', name);
    end loop;
end
$$;

-- Commanders see the communiqués of their territory; what is published, everybody sees, and changes nobody.
alter table communique enable row level security, force row level security;
drop policy if exists communique_visibility on communique;
create policy communique_visibility on communique
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));
drop policy if exists communique_published on communique;
create policy communique_published on communique for select
    using (published_at <= now() and (retracted_at is null or retracted_at >= published_at));

alter table finding_answer enable row level security, force row level security;
drop policy if exists finding_answer_visibility on finding_answer;
create policy finding_answer_visibility on finding_answer
    using ((select acts_as_service()) or exists (
        select from communique where communique.id = finding_answer.communique_id
        and communique.jurisdiction like any ((select visible_jurisdictions())::text[])));

-- Exports of figures lie in no territory: whoever oversees others sees who took some along.
drop policy if exists stage_export_trail on stage_export;
create policy stage_export_trail on stage_export for select using ((select sees_common()));
drop policy if exists desk_export_trail on desk_export;
create policy desk_export_trail on desk_export for select using ((select sees_common()));
