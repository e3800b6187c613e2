-- Call signs are unique in a jurisdiction. Nothing where the event did not say it.
alter table incident_assignment add column unit_jurisdiction text;
