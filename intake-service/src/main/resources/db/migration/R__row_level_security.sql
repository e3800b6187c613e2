-- Who sees which rows; what the functions answer is set for each connection (module persistence, ADR 048). The policies
-- are forced, since views read tables as their owner. "offset 0" keeps PostgreSQL from reading all reports into memory,
-- which it would do for a page of what belongs to them: each row is looked up by its key.
-- A partner sees what it filed, staff their jurisdictions, and of these internal affairs alone what is forwarded.
alter table report enable row level security, force row level security;
drop policy if exists report_visibility on report;
create policy report_visibility on report
    using ((select acts_as_service())
        or filed_by = (select visible_filer())
        or ((not forwarded or (select sees_misconduct()))
            and jurisdiction like any ((select visible_jurisdictions())::text[])));

-- What belongs to a report exists for whom the report does.
do $$
declare
    name text;
begin
    foreach name in array array['media_link', 'reporter_identity', 'reporter_consultation', 'report_decision',
        'report_rule', 'report_rule_act', 'report_evidence', 'upload']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service())
            or exists (select from report where report.id = %I.report_id offset 0))', name || '_visibility', name, name);
    end loop;
end
$$;

alter table media_fetch enable row level security, force row level security;
drop policy if exists media_fetch_visibility on media_fetch;
create policy media_fetch_visibility on media_fetch
    using ((select acts_as_service())
        or exists (select from media_link where media_link.id = media_fetch.link_id offset 0));

alter table media_link_retry enable row level security, force row level security;
drop policy if exists media_link_retry_visibility on media_link_retry;
create policy media_link_retry_visibility on media_link_retry
    using ((select acts_as_service())
        or exists (select from media_link where media_link.id = media_link_retry.link_id offset 0));

-- An evidence is seen in the reports that it stands in; what was judged as misconduct by internal affairs, and by the
-- partner that brought it, which must not learn of that.
alter table evidence enable row level security, force row level security;
drop policy if exists evidence_visibility on evidence;
create policy evidence_visibility on evidence
    using ((select acts_as_service())
        or ((not hidden or (select sees_misconduct()) or (select visible_filer()) is not null)
            and exists (select from report_evidence where report_evidence.evidence_id = evidence.id offset 0)));

-- What internal affairs do with an evidence is theirs.
alter table custody_compartment enable row level security, force row level security;
drop policy if exists custody_compartment_visibility on custody_compartment;
create policy custody_compartment_visibility on custody_compartment
    using ((select acts_as_service())
        or ((select sees_misconduct())
            and exists (select from evidence where evidence.id = custody_compartment.evidence_id offset 0)));

alter table consultation enable row level security, force row level security;
drop policy if exists consultation_visibility on consultation;
create policy consultation_visibility on consultation
    using ((select acts_as_service())
        or ((not compartment or (select sees_misconduct()))
            and exists (select from evidence where evidence.id = consultation.evidence_id offset 0)));

-- Chains of evidence, and of what internal affairs did with it.
do $$
declare
    name text;
begin
    foreach name in array array['custody_entry', 'custody_leaf']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service())
            or exists (select from evidence where evidence.id = %I.evidence_id offset 0)
            or exists (select from custody_compartment where custody_compartment.chain_id = %I.evidence_id offset 0))',
            name || '_visibility', name, name, name);
    end loop;
end
$$;

alter table source enable row level security, force row level security;
drop policy if exists source_visibility on source;
create policy source_visibility on source
    using ((select acts_as_service()) or jurisdiction like any ((select visible_jurisdictions())::text[]));

do $$
declare
    name text;
begin
    foreach name in array array['source_move', 'webhook_delivery']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service())
            or exists (select from source where source.id = %I.source_id offset 0))', name || '_visibility', name, name);
    end loop;
end
$$;

-- An item that another source told first leads to its report.
alter table item enable row level security, force row level security;
drop policy if exists item_visibility on item;
create policy item_visibility on item
    using ((select acts_as_service())
        or exists (select from source where source.id = item.source_id offset 0)
        or exists (select from report where report.id = item.report_id offset 0));

alter table callback enable row level security, force row level security;
drop policy if exists callback_visibility on callback;
create policy callback_visibility on callback
    using ((select acts_as_service()) or owner = (select visible_filer()));

alter table callback_delivery enable row level security, force row level security;
drop policy if exists callback_delivery_visibility on callback_delivery;
create policy callback_delivery_visibility on callback_delivery
    using ((select acts_as_service())
        or exists (select from callback where callback.id = callback_delivery.callback_id offset 0));

alter table webhook_secret enable row level security, force row level security;
drop policy if exists webhook_secret_visibility on webhook_secret;
create policy webhook_secret_visibility on webhook_secret
    using ((select acts_as_service())
        or exists (select from callback where callback.id = webhook_secret.owner_id offset 0)
        or exists (select from source where source.id = webhook_secret.owner_id offset 0));

-- Who does not see what is held does not see the hold.
alter table legal_hold enable row level security, force row level security;
drop policy if exists legal_hold_visibility on legal_hold;
create policy legal_hold_visibility on legal_hold
    using ((select acts_as_service())
        or case subject
            when 'REPORT' then exists (select from report where report.id = legal_hold.subject_id offset 0)
            when 'EVIDENCE' then exists (select from evidence where evidence.id = legal_hold.subject_id offset 0)
            else exists (
                select from item join source on source.id = item.source_id where item.id = legal_hold.subject_id offset 0)
        end);

-- People see what the service makes of these: the answers of dossiers, sums of bytes and counts of what was erased.
do $$
declare
    name text;
begin
    foreach name in array array['dossier', 'dossier_answer', 'dossier_report', 'dossier_departure', 'withdrawn_verdict',
        'report_unsettled', 'item_mark', 'custody_unanchored', 'announced_medium', 'stored_bytes', 'retention_run',
        'retention_deletion']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()))', name || '_visibility', name);
    end loop;
end
$$;
