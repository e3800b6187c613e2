-- Reports whose words intake has erased. One that is told of later, as a dead letter may be, must not bring them back.
create table erased_report (
    report_id uuid        not null,
    erased_at timestamptz not null,
    constraint erased_report_pkey primary key (report_id)
);
