-- Chains with entries that no anchor covers yet. Kept by a trigger, so that no way to append an entry forgets it.
create table custody_unanchored (
    evidence_id uuid        not null constraint custody_unanchored_pkey primary key
        constraint custody_unanchored_evidence_fkey references evidence,
    -- The chain's newest entry.
    sequence    integer     not null,
    hash        text        not null,
    -- How many entries are not covered, and when the first of them was written.
    entries     integer     not null,
    since       timestamptz not null
);

create index custody_unanchored_since_idx on custody_unanchored (since);

-- The update locks the row even where another transaction is about to anchor it: that one passes it over, and the entry
-- written here is never taken for covered.
create function note_unanchored() returns trigger language plpgsql as $$
begin
    insert into custody_unanchored as noted (evidence_id, sequence, hash, entries, since)
    values (new.evidence_id, new.sequence, new.hash, 1, new.at)
    on conflict (evidence_id) do update
        set sequence = excluded.sequence, hash = excluded.hash, entries = noted.entries + 1;
    return null;
end;
$$;

create trigger custody_entry_unanchored after insert on custody_entry
    for each row execute function note_unanchored();

insert into custody_unanchored (evidence_id, sequence, hash, entries, since)
select distinct on (evidence_id) evidence_id, sequence, hash, sequence, min(at) over (partition by evidence_id)
from custody_entry order by evidence_id, sequence desc;

-- The journal: a Merkle tree (RFC 9162) over the newest entries of the chains that moved, see docs/custody-chain.md.
create table custody_leaf (
    position    bigint  not null constraint custody_leaf_pkey primary key
        constraint custody_leaf_position_check check (position >= 0),
    evidence_id uuid    not null constraint custody_leaf_evidence_fkey references evidence,
    sequence    integer not null,
    hash        text    not null,
    constraint custody_leaf_entry_key unique (evidence_id, sequence)
);

create table custody_node (
    level    integer not null,
    position bigint  not null,
    hash     bytea   not null constraint custody_node_hash_check check (length(hash) = 32),
    constraint custody_node_pkey primary key (level, position)
);

-- Public keys that something was signed with: what an earlier key signed stays verifiable.
create table custody_key (
    id            text        not null constraint custody_key_pkey primary key,
    public_key    bytea       not null,
    first_used_at timestamptz not null
);

create table custody_anchor (
    number        bigint      not null constraint custody_anchor_pkey primary key
        constraint custody_anchor_number_check check (number > 0),
    at            timestamptz not null,
    size          bigint      not null constraint custody_anchor_size_check check (size >= 0),
    root          text        not null constraint custody_anchor_root_check check (root ~ '^[0-9a-f]{64}$'),
    previous_hash text        not null,
    key_id        text        not null constraint custody_anchor_key_fkey references custody_key,
    signature     bytea       not null,
    hash          text        not null constraint custody_anchor_hash_key unique
);

create index custody_anchor_size_idx on custody_anchor (size, number);

create table custody_time_stamp (
    anchor_number bigint      not null constraint custody_time_stamp_pkey primary key
        constraint custody_time_stamp_anchor_fkey references custody_anchor,
    at            timestamptz not null,
    -- The authority's whole answer (RFC 3161).
    response      bytea       not null
);

-- Anchors that are not yet both time-stamped and kept outside the database.
create table custody_anchor_work (
    anchor_number bigint not null constraint custody_anchor_work_pkey primary key
        constraint custody_anchor_work_anchor_fkey references custody_anchor
);

create trigger custody_leaf_append_only before update or delete or truncate on custody_leaf
    for each statement execute function refuse_change();
create trigger custody_node_append_only before update or delete or truncate on custody_node
    for each statement execute function refuse_change();
create trigger custody_key_append_only before update or delete or truncate on custody_key
    for each statement execute function refuse_change();
create trigger custody_anchor_append_only before update or delete or truncate on custody_anchor
    for each statement execute function refuse_change();
create trigger custody_time_stamp_append_only before update or delete or truncate on custody_time_stamp
    for each statement execute function refuse_change();
