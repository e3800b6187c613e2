-- Of the unit, as it was when it was sent: one that helps out is of another than its incident. Nothing of earlier ones.
alter table assignment add column unit_jurisdiction text;
