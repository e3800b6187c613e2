-- What the test's consumer writes in the inbox's transaction, so that a test sees what was committed.
create table seen_report (
    position  bigint generated always as identity,
    report_id uuid not null,
    title     text
);
