-- What somebody is shown tells its version: a number here would count what is hidden from them, too.
alter table dossier drop column version;
