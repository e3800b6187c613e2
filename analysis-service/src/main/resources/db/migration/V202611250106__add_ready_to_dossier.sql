-- When a dossier was first ready stays; whether it is ready now comes and goes with its evidence.
alter table dossier add column ready boolean not null default false;
update dossier set ready = true where ready_at is not null;
alter table dossier add constraint dossier_ready_check check (not ready or ready_at is not null);
