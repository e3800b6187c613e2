-- When an incident ended without an outcome, because the verdict behind it was withdrawn.
alter table incident add column cancelled_at timestamptz;
