-- Reports that a person puts into a dossier, many at once.
alter table dossier_act
    add column report_ids uuid[] not null default '{}',
    drop constraint dossier_act_kind_check,
    drop constraint dossier_act_other_check,
    add constraint dossier_act_kind_check check (kind in ('JOINED', 'SEPARATED', 'REOPENED', 'ATTACHED')),
    add constraint dossier_act_other_check check ((kind in ('REOPENED', 'ATTACHED')) = (other_id is null)),
    add constraint dossier_act_reports_check check ((kind = 'ATTACHED') = (cardinality(report_ids) > 0));
