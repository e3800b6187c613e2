-- Names the footage of this database, so that a copy that is kept outside of it is recognised as its own. It has one row.
create table footage_ledger (
    id uuid not null default gen_random_uuid() constraint footage_ledger_pkey primary key
);

create unique index footage_ledger_one_row_idx on footage_ledger ((true));

insert into footage_ledger default values;

-- All footage seen so far. Rows are appended under one advisory lock, so that sequence numbers are committed in order.
create table footage (
    sequence    bigint generated always as identity constraint footage_pkey primary key,
    evidence_id uuid  not null constraint footage_evidence_key unique,
    -- Fingerprints of whole frames and of pictures within them, and local features of some.
    whole       bytea storage external not null,
    insets      bytea not null,
    keyframes   bytea storage external not null,
    -- Small pictures, which tell whether two media show the same moments or only the same place. They are read only for
    -- media that match.
    thumbnails  bytea storage external not null
);

-- The sounds of all media seen so far, in the order of commits: rows are appended under one advisory lock.
create table sound (
    sequence    bigint generated always as identity constraint sound_pkey primary key,
    evidence_id uuid  not null constraint sound_evidence_key unique,
    -- Chromaprint's, four bytes each, the lowest first; null for a medium without sound. They hardly shrink, and all are
    -- read at each start.
    items       bytea storage external
);

-- Each match stands twice, once from either side, so that both examinations show it.
create table match (
    id             uuid               not null constraint match_pkey primary key,
    evidence_id    uuid               not null,
    with_kind      text               not null constraint match_with_kind_check
        check (with_kind in ('EVIDENCE', 'KNOWN_FOOTAGE')),
    with_id        uuid               not null,
    -- What the match means and what was done to the other's footage.
    match_kind     text               not null constraint match_kind_check
        check (match_kind in ('COPY', 'SHARED_SPAN', 'SAME_SCENE', 'SHARED_SOUND')),
    transformation text               not null,
    alterations    text[]             not null,
    speed          double precision   not null,
    coverage       double precision   not null constraint match_coverage_check check (coverage between 0 and 1),
    other_coverage double precision   not null constraint match_other_coverage_check
        check (other_coverage between 0 and 1),
    score          double precision   not null constraint match_score_check check (score between 0 and 1),
    -- A rectangle is {left, top, right, bottom} as shares of the picture; none where whole pictures are alike.
    in_this        double precision[],
    in_other       double precision[],
    -- Why two media show the same moments or do not; null for those that match by sound alone.
    moments        text               constraint match_moments_check
        check (moments in ('MOTION_AGREES', 'MOTION_DIFFERS', 'NOTHING_MOVES', 'UNDECIDED')),
    found_at       timestamptz        not null,
    -- The same two media may have a few seconds of picture in common and more of their sound.
    constraint match_key unique (evidence_id, with_id, transformation, match_kind),
    constraint match_rectangles_check check (
        (in_this is null) = (in_other is null)
        and cardinality(in_this) = 4
        and cardinality(in_other) = 4)
);

-- How many media matched a known one lately, and out of how many.
create index match_with_idx on match (with_id, found_at);

create table match_span (
    match_id   uuid             not null constraint match_span_match_fkey references match,
    position   smallint         not null,
    from_s     double precision not null,
    to_s       double precision not null,
    other_from double precision not null,
    other_to   double precision not null,
    constraint match_span_pkey primary key (match_id, position)
);

-- Footage that somebody has recognised: what evidence shows, by a name. Matches with the evidence are matches with it, from
-- the commit on; so nothing is compared again, nothing is copied, and what is removed is gone at once for every replica.
-- Rows are kept after their removal, for the question who said so, and when.
create table known_footage (
    id                   uuid        not null constraint known_footage_pkey primary key,
    evidence_id          uuid        not null constraint known_footage_evidence_fkey references evidence,
    kind                 text        not null constraint known_footage_kind_check
        check (kind in ('CASE', 'FICTION', 'FOREIGN', 'HARMLESS')),
    reference            text        not null constraint known_footage_reference_check
        check (length(btrim(reference)) between 1 and 200),
    summary              text        not null constraint known_footage_summary_check
        check (length(btrim(summary)) between 1 and 2000),
    state                text        not null default 'BANKED' constraint known_footage_state_check
        check (state in ('BANKED', 'QUARANTINED')),
    banked_by            text        not null,
    banked_by_name       text        not null,
    banked_at            timestamptz not null,
    -- Matches found before do not count for the guard against floods: somebody banked it again knowing of them.
    counted_from         timestamptz not null,
    quarantined_at       timestamptz,
    quarantined_media    integer,
    quarantined_examined integer,
    removed_at           timestamptz,
    removed_by           text,
    removed_by_name      text,
    constraint known_footage_quarantine_check check (
        num_nonnulls(quarantined_at, quarantined_media, quarantined_examined)
            = case state when 'QUARANTINED' then 3 else 0 end),
    constraint known_footage_removal_check check (num_nonnulls(removed_at, removed_by, removed_by_name) in (0, 3))
);

create unique index known_footage_evidence_key on known_footage (evidence_id) where removed_at is null;
create index known_footage_list_idx on known_footage (id desc) where removed_at is null;
create index known_footage_harmless_idx on known_footage (evidence_id)
    where removed_at is null and state = 'BANKED' and kind = 'HARMLESS';
