-- Who sees which rows; what the functions answer is set for each connection (module persistence, ADR 048). The policies
-- are forced, since they are to hold for the owner of the tables, too.
alter table dossier enable row level security, force row level security;
drop policy if exists dossier_visibility on dossier;
create policy dossier_visibility on dossier
    using ((select acts_as_service())
        or (jurisdiction like any ((select visible_jurisdictions())::text[])
            and case
                when compartment = 'INTERNAL_AFFAIRS' or (state = 'JOINED' and joined_to_misconduct(dossier_id))
                then (select sees_misconduct())
                else (select sees_common())
                    or (state = 'CONCLUDED' and verdict = 'PRESUMED_OFFENCE' and (select sees_offences()))
            end));

alter table placement enable row level security, force row level security;
drop policy if exists placement_visibility on placement;
create policy placement_visibility on placement
    using ((select acts_as_service())
        or (jurisdiction like any ((select visible_jurisdictions())::text[])
            and (not hidden or (select sees_misconduct()))));

alter table report enable row level security, force row level security;
drop policy if exists report_visibility on report;
create policy report_visibility on report
    using ((select acts_as_service()) or exists (select from placement where placement.report_id = report.report_id));

-- What belongs to a dossier exists for whom the dossier does.
do $$
declare
    name text;
begin
    foreach name in array array['dossier_evidence', 'dossier_report', 'dossier_join', 'verdict_proposal', 'verdict',
        'reopening_proposal', 'urgency', 'urgency_change', 'incident']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service())
            or exists (select from dossier where dossier.dossier_id = %I.dossier_id))', name || '_visibility', name, name);
    end loop;
end
$$;

alter table dossier_act enable row level security, force row level security;
drop policy if exists dossier_act_visibility on dossier_act;
-- A separation with one dossier missing would show that the other half lies in the compartment. Internal affairs know.
create policy dossier_act_visibility on dossier_act
    using ((select acts_as_service())
        or case
            when kind = 'SEPARATED' and not (select sees_misconduct())
            then exists (select from dossier where dossier.dossier_id = dossier_act.dossier_id)
                and exists (select from dossier where dossier.dossier_id = dossier_act.other_id)
            else exists (
                select from dossier where dossier.dossier_id in (dossier_act.dossier_id, dossier_act.other_id))
            end);

alter table incident_assignment enable row level security, force row level security;
drop policy if exists incident_assignment_visibility on incident_assignment;
create policy incident_assignment_visibility on incident_assignment
    using ((select acts_as_service())
        or exists (select from incident where incident.incident_id = incident_assignment.incident_id));

-- Who looked at what exists for whom that does; of internal affairs, for them alone.
alter table consultation enable row level security, force row level security;
drop policy if exists consultation_visibility on consultation;
create policy consultation_visibility on consultation
    using ((select acts_as_service())
        or ((not compartment or (select sees_misconduct()))
            and exists (select from dossier where dossier.dossier_id = consultation.dossier_id)));

-- Whoever may look says so, whichever way it came to be shown to them.
do $$
declare
    look text;
    subject text;
begin
    foreach look in array array['examination_look', 'still_look', 'rendition_look']
    loop
        subject := case look when 'rendition_look' then 'rendition' else 'examination' end;
        execute format('alter table %I enable row level security, force row level security', look);
        execute format('drop policy if exists %I on %I', look || '_visibility', look);
        execute format('create policy %I on %I for select using ((select acts_as_service())
            or ((not compartment or (select sees_misconduct()))
                and exists (
                    select from %I as looked_at join dossier_evidence using (evidence_id)
                    where looked_at.id = %I.%I)))', look || '_visibility', look, subject, look, subject || '_id');
        execute format('drop policy if exists %I on %I', look || '_own', look);
        execute format('create policy %I on %I for insert with check (true)', look || '_own', look);
    end loop;
end
$$;
