-- Evidence whose bytes intake keeps no more. What was found and what it is recognised by stays; what shows it goes.
alter table evidence add column erased_at timestamptz;

-- The laboratory's own copy: what is erased is neither examined nor shown.
alter table examination add column erased_at timestamptz;

create index rendition_evidence_idx on rendition (evidence_id);
