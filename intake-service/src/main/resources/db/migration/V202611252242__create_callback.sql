-- Where partners want to be told of their receipts.
create table callback (
    id              uuid        not null constraint callback_pkey primary key,
    -- The token's subject, which the partner's reports were filed by.
    owner           text        not null,
    url             text        not null constraint callback_url_check check (length(url) <= 2048),
    state           text        not null default 'ACTIVE' constraint callback_state_check
        check (state in ('ACTIVE', 'GONE')),
    created_at      timestamptz not null,
    -- How often in a row something was sent in vain, and before when nothing is sent.
    failures        integer     not null default 0,
    next_attempt_at timestamptz not null,
    delivered_at    timestamptz,
    ended_at        timestamptz,
    constraint callback_owner_url_key unique (owner, url),
    constraint callback_ended_check check ((state = 'GONE') = (ended_at is not null))
);

create index callback_next_attempt_idx on callback (next_attempt_at) where state = 'ACTIVE';

-- What messages are signed with, sealed. The one that does not expire is the newest.
create table webhook_secret (
    id          uuid        not null constraint webhook_secret_pkey primary key,
    -- The callback that we call, or the source that calls us.
    owner_id    uuid        not null,
    key_id      text        not null,
    wrapped_key bytea       not null,
    ciphertext  bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);

create unique index webhook_secret_current_key on webhook_secret (owner_id) where expires_at is null;
create index webhook_secret_owner_idx on webhook_secret (owner_id);
create index webhook_secret_key_idx on webhook_secret (key_id, id);

-- Messages that a partner's server has not taken yet. A row is deleted when it has.
create table callback_delivery (
    id              uuid        not null constraint callback_delivery_pkey primary key,
    -- The order in which things happened to a report.
    position        bigint      generated always as identity,
    callback_id     uuid        not null constraint callback_delivery_callback_fkey references callback on delete cascade,
    report_id       uuid        not null,
    body            text        not null,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    first_failed_at timestamptz,
    failure         text,
    -- A replica is sending it; when that time is up it has died.
    leased_until    timestamptz
);

create index callback_delivery_due_idx on callback_delivery (callback_id, due_at);
create index callback_delivery_report_idx on callback_delivery (callback_id, report_id, position);
