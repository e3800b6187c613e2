-- Handed to another competent authority. Of the staff only internal affairs may know, whatever else a report is answered
-- for the other dossiers that it stands in: so this stands apart from the answer.
alter table dossier add column forwarded boolean not null default false;
alter table report add column forwarded boolean not null default false;
