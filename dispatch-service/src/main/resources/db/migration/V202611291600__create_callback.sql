-- Where partners want to be told of incidents (ADR 061). The module callback works on the first three tables.
create table callback (
    id              uuid        not null constraint callback_pkey primary key,
    -- The token's subject.
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
    -- Messages that were not taken in time.
    given_up        bigint      not null default 0,
    given_up_at     timestamptz,
    constraint callback_owner_url_key unique (owner, url),
    constraint callback_ended_check check ((state = 'GONE') = (ended_at is not null))
);

create index callback_next_attempt_idx on callback (next_attempt_at) where state = 'ACTIVE';

-- What messages are signed with, sealed. The one that does not expire is the newest.
create table webhook_secret (
    id          uuid        not null constraint webhook_secret_pkey primary key,
    -- The callback.
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
    -- The order in which things happened to an incident.
    position        bigint      generated always as identity,
    callback_id     uuid        not null constraint callback_delivery_callback_fkey references callback on delete cascade,
    incident_id     uuid        not null,
    body            text        not null,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    lease_owner     uuid,
    lease_until     timestamptz,
    lost_leases     integer     not null default 0,
    failures        integer     not null default 0,
    first_failed_at timestamptz,
    failure         text,
    constraint callback_delivery_lease_check check ((lease_owner is null) = (lease_until is null))
);

create index callback_delivery_due_idx on callback_delivery (callback_id, due_at);
create index callback_delivery_incident_idx on callback_delivery (callback_id, incident_id, position);

-- Of which territories, each with what lies in it.
create table incident_callback (
    callback_id   uuid   not null constraint incident_callback_pkey primary key
        constraint incident_callback_callback_fkey references callback on delete cascade,
    -- The callback's, which policies ask for here: those of two tables cannot look into each other.
    owner         text   not null,
    -- The name of the partner's account, for commanders.
    partner       text   not null,
    jurisdictions text[] not null constraint incident_callback_jurisdictions_check check (cardinality(jurisdictions) > 0)
);

-- What a callback was told last of an incident, so that only what is new to a partner becomes a message.
create table told_incident (
    callback_id  uuid not null constraint told_incident_callback_fkey references incident_callback on delete cascade,
    incident_id  uuid not null constraint told_incident_incident_fkey references incident,
    state        text not null,
    outcome_kind text,
    constraint told_incident_pkey primary key (callback_id, incident_id)
);
