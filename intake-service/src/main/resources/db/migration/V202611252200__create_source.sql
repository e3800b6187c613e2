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

alter table report add constraint report_source_fkey foreign key (source_id) references source;

-- One thing that a source published: one row for each source that has it.
create table item (
    id            uuid        not null constraint item_pkey primary key,
    source_id     uuid        not null constraint item_source_fkey references source,
    -- SHA-256 of what the source calls it, else of its address, else of what it says.
    key           text        not null constraint item_key_check check (key ~ '^[0-9a-f]{64}$'),
    identity      text,
    address       text,
    title         text        not null,
    text          text        not null,
    language      text,
    published_at  timestamptz,
    seen_at       timestamptz not null,
    media         text[]      not null,
    -- How much it is about what we look for, 0 to 100, with the reasons, the places and the times that it names.
    score         integer     not null constraint item_score_check check (score between 0 and 100),
    assessment    jsonb       not null,
    standing      text        not null constraint item_standing_check
        check (standing in ('REPORTED', 'SET_ASIDE', 'SIGHTING')),
    -- The report that it became.
    report_id     uuid        constraint item_report_fkey references report,
    sighting_of   uuid        constraint item_sighting_of_fkey references item,
    -- One of those that officers look at to see what the score misses.
    sampled       boolean     not null,
    reviewed_at   timestamptz,
    reviewed_by   text,
    review_reason text,
    constraint item_source_key unique (source_id, key),
    constraint item_reported_check check ((standing = 'REPORTED') = (report_id is not null)),
    constraint item_reviewed_check check (
        (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review_reason is null)),
    constraint item_sighting_check check ((standing = 'SIGHTING') = (sighting_of is not null))
);

create index item_standing_idx on item (standing, id desc);
create index item_sampled_idx on item (id desc) where sampled;
create index item_source_idx on item (source_id, id desc);
create index item_report_idx on item (report_id) where report_id is not null;
create index item_sighting_of_idx on item (sighting_of) where sighting_of is not null;

-- By what an item is recognised when another source has it, too. Who inserts the row is the first.
create table item_mark (
    kind    text not null constraint item_mark_kind_check check (kind in ('ADDRESS', 'CONTENT')),
    mark    text not null constraint item_mark_mark_check check (mark ~ '^[0-9a-f]{64}$'),
    item_id uuid not null constraint item_mark_item_fkey references item,
    constraint item_mark_pkey primary key (kind, mark)
);

create index item_mark_item_idx on item_mark (item_id);
