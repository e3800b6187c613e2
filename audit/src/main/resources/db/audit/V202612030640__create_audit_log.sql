-- The transparency log over the audit trail (C2SP tlog-tiles): one leaf for each entry, and blank ones between them, so that
-- no number shows how many entries somebody does not see.
create table audit_leaf (
    position   bigint not null constraint audit_leaf_pkey primary key
        constraint audit_leaf_position_check check (position >= 0),
    -- Of a blank leaf there is neither.
    entry_id   uuid   constraint audit_leaf_entry_key unique,
    salt       bytea,
    -- What the leaf is of: the hash of the entry and the salt, which shows nothing of the entry.
    commitment bytea  not null constraint audit_leaf_commitment_check check (length(commitment) = 32),
    constraint audit_leaf_blank_check check ((entry_id is null) = (salt is null))
);

-- The root of each complete subtree of 256, 65,536 ... leaves: what tiles above the lowest level consist of.
create table audit_node (
    level    integer not null constraint audit_node_level_check check (level > 0),
    position bigint  not null,
    hash     bytea   not null constraint audit_node_hash_check check (length(hash) = 32),
    constraint audit_node_pkey primary key (level, position)
);

create table audit_checkpoint (
    size          bigint      not null constraint audit_checkpoint_pkey primary key,
    made_at       timestamptz not null,
    -- The time of the newest entry that has a leaf; those of before are looked for some time longer.
    entries_until timestamptz not null,
    -- As it is given out, signed.
    note          text        not null
);

create index audit_checkpoint_time_idx on audit_checkpoint (made_at);

create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_leaf_append_only before update or delete or truncate on audit_leaf
    for each statement execute function refuse_change_of_audit_log();
create trigger audit_node_append_only before update or delete or truncate on audit_node
    for each statement execute function refuse_change_of_audit_log();
create trigger audit_checkpoint_append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_change_of_audit_log();
