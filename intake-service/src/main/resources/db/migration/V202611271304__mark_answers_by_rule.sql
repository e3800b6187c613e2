-- Reports that were answered without anybody's look: their media are those of a dossier that had been decided before.
create table report_rule (
    report_id   uuid        not null constraint report_rule_pkey primary key,
    dossier_id  uuid        not null,
    answered_at timestamptz not null
);

-- An officer stops the rule for a report, or lets it apply again; the newest act holds.
create table report_rule_act (
    act_id      uuid        not null constraint report_rule_act_pkey primary key,
    report_id   uuid        not null,
    kind        text        not null constraint report_rule_act_kind_check check (kind in ('STOPPED', 'RESUMED')),
    reason      text        not null constraint report_rule_act_reason_check check (length(btrim(reason)) >= 10),
    person      text        not null,
    person_name text        not null,
    at          timestamptz not null
);

create index report_rule_act_report_idx on report_rule_act (report_id, act_id);

create trigger report_rule_act_append_only before update or delete or truncate on report_rule_act
    for each statement execute function refuse_change();
