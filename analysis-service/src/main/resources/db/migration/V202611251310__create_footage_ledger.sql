-- Names the footage of this database, so that a copy that is kept outside of it is recognised as its own.
create table footage_ledger (
    id uuid not null default gen_random_uuid() constraint footage_ledger_pkey primary key
);
create unique index footage_ledger_one_row_idx on footage_ledger ((true));
insert into footage_ledger default values;
