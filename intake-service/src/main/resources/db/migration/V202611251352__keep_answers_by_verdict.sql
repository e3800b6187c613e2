-- Each answer with the verdict that it follows from, so that a verdict that was withdrawn answers nothing more, whatever is
-- still told of it. The columns of dossier say which of them it comes to. What was heard before has no verdict here.
create table dossier_answer (
    dossier_id uuid        not null constraint dossier_answer_dossier_fkey references dossier,
    verdict_id uuid,
    kind       text        not null constraint dossier_answer_kind_check
        check (kind in ('FORWARDED', 'FALSE_REPORT', 'PRESUMED_OFFENCE', 'KNOWN_CASE', 'RESOLVED', 'REFERRED')),
    outcome    text        constraint dossier_answer_outcome_check
        check (outcome in ('ARRESTED', 'IDENTIFIED_AT_LARGE', 'NOT_FOUND', 'NO_OFFENCE')),
    at         timestamptz not null,
    constraint dossier_answer_key unique nulls not distinct (dossier_id, verdict_id, kind, outcome, at)
);

insert into dossier_answer (dossier_id, kind, outcome, at)
select id, answer_kind, answer_outcome, decided_at from dossier where answer_kind is not null;
insert into dossier_answer (dossier_id, kind, at)
select id, 'FORWARDED', decided_at from dossier where forwarded and answer_kind is not null
on conflict do nothing;

create table withdrawn_verdict (
    verdict_id uuid not null constraint withdrawn_verdict_pkey primary key
);

-- Where everything of a dossier stands since a person joined it to another one. No foreign key: the other may be heard of later.
alter table dossier add column merged_into uuid;

-- A report that a person separated from a dossier does not come back to it by what was told of earlier.
create table dossier_departure (
    dossier_id uuid        not null,
    report_id  uuid        not null,
    left_at    timestamptz not null,
    constraint dossier_departure_pkey primary key (dossier_id, report_id)
);
