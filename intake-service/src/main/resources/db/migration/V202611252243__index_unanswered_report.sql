-- Reports that wait, oldest first (ids follow the time of receipt), and counted by jurisdiction and age from the index alone.
create index report_unanswered_id_idx on report (id) where status <> 'ANSWERED';
create index report_unanswered_age_idx on report (jurisdiction, received_at) include (filed_by, forwarded)
    where status <> 'ANSWERED';
drop index report_unanswered_idx;
