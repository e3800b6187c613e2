-- The sounds of all media seen so far, in the order of commits: rows are appended under one advisory lock. Media examined
-- before are not among them.
create table sound (
    sequence    bigint generated always as identity constraint sound_pkey primary key,
    evidence_id uuid not null constraint sound_evidence_key unique,
    -- Chromaprint's, four bytes each, the lowest first; null for a medium without sound.
    items       bytea
);

-- Items hardly shrink, and all are read at each start.
alter table sound alter column items set storage external;
