-- The dossier of the earlier case, where the verdict names one: its answer tells what became of that case. No foreign key,
-- because the other dossier may be heard of later, or never.
alter table dossier add column known_case uuid;
