-- What intake says about each report: a copy for reading, never changed here. The reporter's identity never comes.
create table report (
    report_id           uuid        not null,
    channel             text        not null,
    jurisdiction        text        not null,
    published_at        timestamptz,
    received_at         timestamptz not null,
    url                 text,
    title               text,
    text                text,
    language            text,
    claimed_occurred_at timestamptz,
    claimed_place       text,
    claimed_latitude    double precision,
    claimed_longitude   double precision,
    answer_kind         text,
    answered_at         timestamptz,
    -- Stemmed as Arabic and as French, since a report mixes both; unstemmed for names and addresses.
    search              tsvector    not null generated always as (
        to_tsvector('arabic', coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, ''))
        || to_tsvector('french', coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, ''))
        || to_tsvector('simple', coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')
            || ' ' || coalesce(url, ''))
    ) stored,
    constraint report_pkey primary key (report_id),
    constraint report_answer_check check ((answer_kind is null) = (answered_at is null))
);

create index report_search_idx on report using gin (search);
