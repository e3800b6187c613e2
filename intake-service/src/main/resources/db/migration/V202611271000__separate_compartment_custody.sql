-- What internal affairs do with an evidence is a chain of its own: the evidence's chain does not show that they look.
-- Its id takes the place of an evidence's in custody_entry, custody_unanchored and custody_leaf.
create table custody_compartment (
    chain_id    uuid not null constraint custody_compartment_pkey primary key,
    evidence_id uuid not null constraint custody_compartment_evidence_key unique
        constraint custody_compartment_evidence_fkey references evidence
);

create trigger custody_compartment_append_only before update or delete or truncate on custody_compartment
    for each statement execute function refuse_change();

alter table custody_entry drop constraint custody_entry_evidence_fkey;
alter table custody_unanchored drop constraint custody_unanchored_evidence_fkey;
alter table custody_leaf drop constraint custody_leaf_evidence_fkey;

-- In the place of the foreign keys: a chain begins with an evidence or a compartment. Both stay for ever.
create or replace function note_unanchored() returns trigger language plpgsql as $$
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

-- What custody says of the bytes last, of a chain of any length.
create index custody_entry_bytes_idx on custody_entry (evidence_id, sequence desc)
    where action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION');
