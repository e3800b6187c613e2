-- Whether people were still in danger when the verdict was reached: an incident like that comes sooner.
alter table incident add column danger_continues boolean not null default false;
