-- When the outcome that is kept was corrected; null for the first one. A statement that is older changes nothing.
alter table incident add column outcome_corrected_at timestamptz;
