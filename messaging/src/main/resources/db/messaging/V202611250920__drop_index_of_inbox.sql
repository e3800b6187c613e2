-- The ids of processed events are kept for ever, as the topics keep their records: nobody looks for old ones.
drop index if exists inbox_processed_at_idx;
