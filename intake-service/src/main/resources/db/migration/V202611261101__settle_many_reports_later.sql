-- Reports of a dossier of very many, whose answers follow from it, some at a time: one transaction for all would hold them
-- for longer than a transaction may take.
create table report_unsettled (
    report_id uuid not null constraint report_unsettled_pkey primary key
);
