-- What intake knows of dossiers: only what it needs to answer reports. A row stands as soon as any event names the
-- dossier, whichever topic is faster.
create table dossier (
    id             uuid not null constraint dossier_pkey primary key,
    answer_kind    text constraint dossier_answer_kind_check
        check (answer_kind in ('FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    answer_outcome text constraint dossier_answer_outcome_check
        check (answer_outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    decided_at     timestamptz,
    constraint dossier_decided_check check ((answer_kind is null) = (decided_at is null))
);

create table dossier_report (
    dossier_id uuid        not null constraint dossier_report_dossier_fkey references dossier,
    report_id  uuid        not null,
    joined_at  timestamptz not null,
    constraint dossier_report_pkey primary key (dossier_id, report_id)
);

create index dossier_report_report_idx on dossier_report (report_id);
