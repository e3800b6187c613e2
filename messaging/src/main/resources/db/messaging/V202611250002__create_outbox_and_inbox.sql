-- Events of committed transactions that the broker has not acknowledged yet. A row is deleted on acknowledgement:
-- Kafka keeps the event from then on, so a second copy would only keep personal data longer and the table bigger.
-- No trigger wakes the relay: a transaction that notifies holds a lock of the whole database until its commit is on disk, so
-- that no two of them could share one write.
create table outbox (
    position    bigint generated always as identity constraint outbox_pkey primary key,
    id          uuid        not null constraint outbox_id_key unique,
    topic       text        not null,
    type        text        not null,
    subject     text        not null,
    time        timestamptz not null,
    traceparent text,
    payload     bytea       not null
);

comment on column outbox.position is 'order of sending; events of one subject are sent in this order';
comment on column outbox.type is 'CloudEvents type, header ce_type';
comment on column outbox.subject is 'aggregate id: header ce_subject and key of the Kafka record';
comment on column outbox.traceparent is 'W3C trace context of the transaction that published';
comment on column outbox.payload is 'the event as UTF-8 JSON';

-- Ids of the events that this service has processed: a redelivered one ends at the primary key. Kept for ever, as the
-- topics keep their records: nobody looks for old ones, so that their times have no index.
create table inbox (
    event_id     uuid        not null constraint inbox_pkey primary key,
    type         text        not null,
    processed_at timestamptz not null default now()
);
