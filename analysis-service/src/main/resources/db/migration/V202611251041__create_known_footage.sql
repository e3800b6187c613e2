-- Footage that somebody has recognised: what evidence shows, by a name. Matches with the evidence are matches with it, from
-- the commit on; so nothing is compared again, nothing is copied, and what is removed is gone at once for every replica.
-- Rows are kept after their removal, for the question who said so, and when.
create table known_footage (
    id                   uuid        not null,
    evidence_id          uuid        not null,
    kind                 text        not null,
    reference            text        not null,
    summary              text        not null,
    state                text        not null default 'BANKED',
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
    constraint known_footage_pkey primary key (id),
    constraint known_footage_evidence_fkey foreign key (evidence_id) references evidence,
    constraint known_footage_kind_check check (kind in ('CASE', 'FICTION', 'FOREIGN', 'HARMLESS')),
    constraint known_footage_reference_check check (length(btrim(reference)) between 1 and 200),
    constraint known_footage_summary_check check (length(btrim(summary)) between 1 and 2000),
    constraint known_footage_state_check check (state in ('BANKED', 'QUARANTINED')),
    constraint known_footage_quarantine_check check (
        num_nonnulls(quarantined_at, quarantined_media, quarantined_examined)
            = case state when 'QUARANTINED' then 3 else 0 end),
    constraint known_footage_removal_check check (num_nonnulls(removed_at, removed_by, removed_by_name) in (0, 3))
);

create unique index known_footage_evidence_key on known_footage (evidence_id) where removed_at is null;
create index known_footage_list_idx on known_footage (id desc) where removed_at is null;
create index known_footage_harmless_idx on known_footage (evidence_id)
    where removed_at is null and state = 'BANKED' and kind = 'HARMLESS';

-- How many media matched a known one lately, and out of how many.
create index match_with_idx on match (with_id, found_at);
create index examination_examined_idx on examination (examined_at) where examined_at is not null;
