-- The account's lasting id: a user name can change hands.
alter table reporter_consultation add column subject text not null default 'unknown';
alter table reporter_consultation alter column subject drop default;
