-- A partner sees what it filed, so that what is fetched for it is shared with nobody else.
alter table report add column from_partner boolean not null default false;
