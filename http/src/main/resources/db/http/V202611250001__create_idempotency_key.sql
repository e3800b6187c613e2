-- Answers that were given under an Idempotency-Key, so that the same request is answered the same way again.
create table idempotency_key (
    caller_id    text        not null,
    operation    text        not null,
    key          text        not null,
    command_hash text        not null,
    status       integer,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null default now(),
    constraint idempotency_key_pkey primary key (caller_id, operation, key),
    constraint idempotency_key_length_check check (length(key) between 1 and 255)
);

create index idempotency_key_created_at_idx on idempotency_key (created_at);
