-- The older places at which a timeline is to be gone on with, behind resume_url, newest first.
set local lock_timeout = '2s';
alter table source add column resume_later text[] not null default '{}';
