-- What a webhook's sender has delivered of late, by the name that it gave the message: it cannot be played again.
create table webhook_delivery (
    source_id  uuid        not null constraint webhook_delivery_source_fkey references source,
    webhook_id text        not null,
    at         timestamptz not null,
    constraint webhook_delivery_pkey primary key (source_id, webhook_id)
);

create index webhook_delivery_at_idx on webhook_delivery (source_id, at);
