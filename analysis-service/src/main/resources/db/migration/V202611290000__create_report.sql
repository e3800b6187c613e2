-- What is searched without regard to case, and cut into words. Where LC_CTYPE is C the parser takes every sign outside ASCII
-- for a letter: "l’arraché" and "الزرقطوني،" would be one word each, and capitals with accents would stay capitals. What
-- separates words is taken out by its Unicode category instead.
create function fold_case(plain text) returns text language sql immutable strict parallel safe
return lower(normalize(plain, nfkc) collate pg_c_utf8);

create function words_of(plain text) returns text language sql immutable strict parallel safe
return regexp_replace(
    fold_case(plain), U&'[[:punct:][:space:]\02b9\02bb\02bc\02bd\02c8]+' collate pg_c_utf8, ' ', 'g');

-- What intake says about each report: a copy for reading, never changed here. The reporter's identity never comes.
create table report (
    report_id           uuid        not null constraint report_pkey primary key,
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
    -- An answer that was withdrawn is none, and has the time from which on it is none.
    answered_at         timestamptz,
    -- Stemmed as Arabic and as French, since a report mixes both; unstemmed for names and addresses.
    search              tsvector    not null generated always as (
        to_tsvector('arabic', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')))
        || to_tsvector('french', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')))
        || to_tsvector('simple', words_of(coalesce(title, '') || ' ' || coalesce(text, '') || ' ' || coalesce(claimed_place, '')
            || ' ' || coalesce(url, '')))
    ) stored,
    constraint report_answer_check check (answer_kind is null or answered_at is not null)
);

create index report_search_idx on report using gin (search);

-- Reports whose words intake has erased. One that is told of later, as a dead letter may be, must not bring them back.
create table erased_report (
    report_id uuid        not null constraint erased_report_pkey primary key,
    erased_at timestamptz not null
);

-- Whether a report stands in a dossier yet. Its row is also the lock of whoever places the report.
create table placement (
    report_id     uuid        not null constraint placement_pkey primary key,
    jurisdiction  text        not null constraint placement_jurisdiction_check
        check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,8})*$'),
    waiting_until timestamptz,
    placed_at     timestamptz
);

create index placement_waiting_idx on placement (waiting_until) where placed_at is null;

-- What intake says about each evidence. Its row is also the lock of whoever places the evidence. Only the digest is
-- known while it was sighted but, out of order, not yet secured.
create table evidence (
    evidence_id uuid        not null constraint evidence_pkey primary key,
    sha256      text        not null constraint evidence_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint,
    media_type  text,
    received_at timestamptz,
    secured_at  timestamptz,
    -- Its bytes are with intake no more. What was found and what it is recognised by stays; what shows it goes.
    erased_at   timestamptz,
    constraint evidence_secured_check check (
        (secured_at is null) = (size is null)
        and (secured_at is null) = (media_type is null)
        and (secured_at is null) = (received_at is null))
);

-- The same bytes may be several evidences, one for each circle of people who may see it; they come into one dossier.
create index evidence_sha256_idx on evidence (sha256);
-- Pages print the first digits of a digest.
create index evidence_sha256_prefix_idx on evidence (sha256 text_pattern_ops);

-- Which report brought which evidence.
create table sighting (
    evidence_id uuid        not null constraint sighting_evidence_fkey references evidence,
    report_id   uuid        not null,
    sighted_at  timestamptz not null,
    constraint sighting_pkey primary key (evidence_id, report_id)
);
