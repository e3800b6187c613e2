-- What one person reads of one evidence within some minutes, before it becomes one entry of custody. Written before the
-- first byte is shown.
create table consultation (
    evidence_id    uuid           not null constraint consultation_evidence_fkey references evidence,
    -- The account's lasting id.
    subject        text           not null,
    compartment    boolean        not null,
    actor          text           not null,
    since          timestamptz    not null,
    until          timestamptz    not null,
    reads          integer        not null constraint consultation_reads_check check (reads > 0),
    -- The first different ones; others are counted.
    purposes       text[]         not null constraint consultation_purposes_check check (cardinality(purposes) > 0),
    other_purposes integer        not null,
    ranges         int8multirange not null,
    constraint consultation_pkey primary key (evidence_id, subject, compartment)
);

create index consultation_since_idx on consultation (since);
