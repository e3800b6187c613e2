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
    erased_at     timestamptz,
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
create index item_set_aside_idx on item (seen_at) where standing = 'SET_ASIDE' and erased_at is null;

-- By what an item is recognised when another source has it, too. Who inserts the row is the first.
create table item_mark (
    kind    text not null constraint item_mark_kind_check check (kind in ('ADDRESS', 'CONTENT')),
    mark    text not null constraint item_mark_mark_check check (mark ~ '^[0-9a-f]{64}$'),
    item_id uuid not null constraint item_mark_item_fkey references item,
    constraint item_mark_pkey primary key (kind, mark)
);

create index item_mark_item_idx on item_mark (item_id);
