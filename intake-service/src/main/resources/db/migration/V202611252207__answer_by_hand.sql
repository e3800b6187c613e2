-- Reports that stand in no dossier are answered by an officer, who says why.
alter table report drop constraint report_answer_kind_check, add constraint report_answer_kind_check check (
    answer_kind in ('SET_ASIDE', 'NO_RECORDING', 'FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE',
        'RESOLVED', 'REFERRED'));

create table report_decision (
    report_id  uuid        not null constraint report_decision_report_fkey references report,
    at         timestamptz not null,
    kind       text        not null constraint report_decision_kind_check check (kind in ('SET_ASIDE', 'NO_RECORDING')),
    reason     text        not null,
    decided_by text        not null,
    constraint report_decision_pkey primary key (report_id, at)
);

create trigger report_decision_append_only before update or delete or truncate on report_decision
    for each statement execute function refuse_change();
