-- What internal affairs do with an evidence is a chain of its own: the evidence's chain does not show that they look.
-- Its id takes the place of an evidence's in custody_entry, custody_unanchored and custody_leaf.
create table custody_compartment (
    chain_id    uuid not null constraint custody_compartment_pkey primary key,
    evidence_id uuid not null constraint custody_compartment_evidence_key unique
        constraint custody_compartment_evidence_fkey references evidence
);

create trigger custody_compartment_append_only before update or delete or truncate on custody_compartment
    for each statement execute function refuse_change();

-- What happened to an evidence, hash-chained: see docs/custody-chain.md.
create table custody_entry (
    evidence_id   uuid        not null,
    sequence      integer     not null constraint custody_entry_sequence_check check (sequence > 0),
    at            timestamptz not null,
    actor         text        not null,
    action        text        not null constraint custody_entry_action_check
        check (action in ('SECURED', 'SIGHTED', 'CONSULTED', 'IDENTITY_READ', 'DAMAGED', 'RESTORED', 'DISCLOSED',
            'EXPORTED', 'RETENTION')),
    detail        jsonb       not null,
    previous_hash text        not null constraint custody_entry_previous_hash_check check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null constraint custody_entry_hash_check check (hash ~ '^[0-9a-f]{64}$'),
    constraint custody_entry_pkey primary key (evidence_id, sequence)
);

create index custody_entry_consultation_idx on custody_entry (evidence_id, actor, at desc) where action = 'CONSULTED';
-- What custody says of the bytes last, of a chain of any length.
create index custody_entry_bytes_idx on custody_entry (evidence_id, sequence desc)
    where action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION');

create trigger custody_entry_append_only before update or delete or truncate on custody_entry
    for each statement execute function refuse_change();

-- What one person reads of one evidence within some minutes, before it becomes one entry of custody. Written before the
-- first byte is shown.
create table consultation (
    evidence_id    uuid           not null constraint consultation_evidence_fkey references evidence,
    -- The account's lasting id.
    subject        text           not null,
    compartment    boolean        not null,
    actor          text           not null,
    since          timestamptz    not null,
    until          timestamptz    not null,
    reads          integer        not null constraint consultation_reads_check check (reads > 0),
    -- The first different ones; others are counted.
    purposes       text[]         not null constraint consultation_purposes_check check (cardinality(purposes) > 0),
    other_purposes integer        not null,
    ranges         int8multirange not null,
    constraint consultation_pkey primary key (evidence_id, subject, compartment)
);

create index consultation_since_idx on consultation (since);

-- Chains with entries that no anchor covers yet. Kept by a trigger, so that no way to append an entry forgets it.
create table custody_unanchored (
    evidence_id uuid        not null constraint custody_unanchored_pkey primary key,
    -- The chain's newest entry.
    sequence    integer     not null,
    hash        text        not null,
    -- How many entries are not covered, and when the first of them was written.
    entries     integer     not null,
    since       timestamptz not null
);

create index custody_unanchored_since_idx on custody_unanchored (since);

-- In the place of a foreign key: a chain begins with an evidence or a compartment. Both stay for ever.
-- The update locks the row even where another transaction is about to anchor it: that one passes it over, and the entry
-- written here is never taken for covered.
create function note_unanchored() returns trigger language plpgsql as $$
begin
    if new.sequence = 1
        and not exists (select from evidence where id = new.evidence_id)
        and not exists (select from custody_compartment where chain_id = new.evidence_id)
    then
        raise foreign_key_violation using message = 'custody_entry belongs to no evidence';
    end if;
    insert into custody_unanchored as noted (evidence_id, sequence, hash, entries, since)
    values (new.evidence_id, new.sequence, new.hash, 1, new.at)
    on conflict (evidence_id) do update
        set sequence = excluded.sequence, hash = excluded.hash, entries = noted.entries + 1;
    return null;
end;
$$;

create trigger custody_entry_unanchored after insert on custody_entry
    for each row execute function note_unanchored();

-- The journal: a Merkle tree (RFC 9162) over the newest entries of the chains that moved, see docs/custody-chain.md.
create table custody_leaf (
    position    bigint  not null constraint custody_leaf_pkey primary key
        constraint custody_leaf_position_check check (position >= 0),
    evidence_id uuid    not null,
    sequence    integer not null,
    hash        text    not null,
    constraint custody_leaf_entry_key unique (evidence_id, sequence)
);

create trigger custody_leaf_append_only before update or delete or truncate on custody_leaf
    for each statement execute function refuse_change();

create table custody_node (
    level    integer not null,
    position bigint  not null,
    hash     bytea   not null constraint custody_node_hash_check check (length(hash) = 32),
    constraint custody_node_pkey primary key (level, position)
);

create trigger custody_node_append_only before update or delete or truncate on custody_node
    for each statement execute function refuse_change();

-- Public keys that something was signed with: what an earlier key signed stays verifiable.
create table custody_key (
    id            text        not null constraint custody_key_pkey primary key,
    public_key    bytea       not null,
    first_used_at timestamptz not null
);

create trigger custody_key_append_only before update or delete or truncate on custody_key
    for each statement execute function refuse_change();

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

create trigger custody_anchor_append_only before update or delete or truncate on custody_anchor
    for each statement execute function refuse_change();

create table custody_time_stamp (
    anchor_number bigint      not null constraint custody_time_stamp_pkey primary key
        constraint custody_time_stamp_anchor_fkey references custody_anchor,
    at            timestamptz not null,
    -- The authority's whole answer (RFC 3161).
    response      bytea       not null
);

create trigger custody_time_stamp_append_only before update or delete or truncate on custody_time_stamp
    for each statement execute function refuse_change();

-- Anchors that are not yet both time-stamped and kept outside the database.
create table custody_anchor_work (
    anchor_number bigint not null constraint custody_anchor_work_pkey primary key
        constraint custody_anchor_work_anchor_fkey references custody_anchor
);
