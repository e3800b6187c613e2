-- A dossier that very many reports join at once. Its reports are read in the order in which they joined.
create index dossier_report_joined_idx on dossier_report (dossier_id, joined_at, report_id);

-- The urgency of such a dossier is reckoned anew once for all that came in between: how much that is, and since when.
alter table urgency
    add column unreckoned     integer not null default 0,
    add column outdated_since timestamptz,
    add constraint urgency_outdated_check check ((unreckoned > 0) = (outdated_since is not null));
create index urgency_outdated_idx on urgency (outdated_since) where outdated_since is not null;
