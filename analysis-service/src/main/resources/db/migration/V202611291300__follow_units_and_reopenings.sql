-- When the incident went on after an outcome; an outcome told of before that is none.
alter table incident add column reopened_at timestamptz;
-- When the unit was called back before it was done.
alter table incident_assignment add column stood_down_at timestamptz;
