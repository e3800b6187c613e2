-- Of every table to which rows are only ever added.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Where reports come from without anybody filing them: feeds and timelines that are polled, and webhooks.
create table source (
    id               uuid        not null constraint source_pkey primary key,
    name             text        not null constraint source_name_check check (length(name) between 1 and 200),
    kind             text        not null constraint source_kind_check
        check (kind in ('RSS', 'ATOM', 'JSON_FEED', 'MASTODON_TAG', 'WEBHOOK')),
    -- As the officer gave it; where it has moved to for good stands in current_url.
    url              text,
    -- The longest pause between two polls, in milliseconds.
    interval_ms      bigint,
    jurisdiction     text        not null constraint source_jurisdiction_check
        check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    keywords         text[]      not null,
    enabled          boolean     not null,
    created_at       timestamptz not null,
    created_by       text        not null,
    -- What it brought stays, and keeps naming it.
    removed_at       timestamptz,
    removed_by       text,
    -- Grows with every change by a person: the entity tag.
    version          integer     not null default 1,

    current_url      text,
    host             text,
    entity_tag       text,
    last_modified    text,
    -- A timeline's page to go on with when one poll did not reach what is known.
    resume_url       text,
    pause_ms         bigint,
    next_attempt_at  timestamptz,
    lease_owner      uuid,
    lease_until      timestamptz,
    -- How many workers died or failed while they polled the source, since it last came to an end.
    lost_leases      integer     not null default 0,
    last_attempt_at  timestamptz,
    last_success_at  timestamptz,
    last_new_at      timestamptz,
    -- The last failure, also when it works again by now.
    failed_at        timestamptz,
    failure_reason   text,
    failure_detail   text,
    -- Failures without a success between them.
    failing_since    timestamptz,
    failures         integer     not null default 0,
    constraint source_polled_check check (
        (kind = 'WEBHOOK') = (url is null) and (url is null) = (interval_ms is null)
        and (url is null) = (current_url is null) and (url is null) = (host is null)
        and (url is null) = (pause_ms is null) and (url is null) = (next_attempt_at is null)),
    constraint source_lease_check check ((lease_owner is null) = (lease_until is null)),
    constraint source_failed_check check (
        (failed_at is null) = (failure_reason is null) and (failed_at is null) = (failure_detail is null)),
    constraint source_failing_check check (
        (failing_since is null) = (failures = 0) and (failures = 0 or failed_at is not null)),
    constraint source_removed_check check ((removed_at is null) = (removed_by is null))
);

create index source_jurisdiction_idx on source (jurisdiction text_pattern_ops, id desc) where removed_at is null;
create index source_next_attempt_idx on source (next_attempt_at)
    where enabled and removed_at is null and next_attempt_at is not null;
create index source_lease_idx on source (host, lease_until) where lease_owner is not null;

-- Wakes the workers of every replica at the commit of what is to be polled at once.
create function notify_source() returns trigger language plpgsql as $$
begin
    perform pg_notify('source', '');
    return null;
end
$$;

create trigger source_due
    after insert or update of next_attempt_at, lease_owner on source
    for each row when (new.next_attempt_at <= now() and new.lease_owner is null)
    execute function notify_source();

-- A source's server said that it has moved for good.
create table source_move (
    source_id uuid        not null constraint source_move_source_fkey references source,
    at        timestamptz not null,
    from_url  text        not null,
    to_url    text        not null,
    status    integer     not null,
    constraint source_move_pkey primary key (source_id, at)
);

create trigger source_move_append_only before update or delete or truncate on source_move
    for each statement execute function refuse_change();

-- What a webhook's sender has delivered of late, by the name that it gave the message: it cannot be played again.
create table webhook_delivery (
    source_id  uuid        not null constraint webhook_delivery_source_fkey references source,
    webhook_id text        not null,
    at         timestamptz not null,
    constraint webhook_delivery_pkey primary key (source_id, webhook_id)
);

create index webhook_delivery_at_idx on webhook_delivery (source_id, at);

-- What items are scored by, one row for each version. A list is read and changed as a whole, so it stands as one.
create table relevance_terms (
    version     integer     not null constraint relevance_terms_pkey primary key
        constraint relevance_terms_version_check check (version > 0),
    threshold   integer     not null constraint relevance_terms_threshold_check check (threshold between 1 and 100),
    terms       jsonb       not null constraint relevance_terms_terms_check check (jsonb_typeof(terms) = 'array'),
    reason      text        not null constraint relevance_terms_reason_check check (length(btrim(reason)) > 0),
    person      text        not null,
    person_name text        not null,
    made_at     timestamptz not null
);

create function refuse_change_of_relevance_terms() returns trigger language plpgsql as $$
begin
    raise exception 'relevance_terms is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger relevance_terms_append_only before update or delete or truncate on relevance_terms
    for each statement execute function refuse_change_of_relevance_terms();
