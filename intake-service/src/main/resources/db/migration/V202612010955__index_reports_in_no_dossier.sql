-- Reports that stand in no dossier yet, counted from the index alone with what decides who sees them.
set local lock_timeout = '2s';
create index report_in_no_dossier_idx on report (received_at) include (jurisdiction, filed_by, forwarded)
    where status = 'RECEIVED';
