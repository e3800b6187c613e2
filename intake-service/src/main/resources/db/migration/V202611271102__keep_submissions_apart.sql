-- The same bytes are an evidence for each circle of people who may see them; the store has them once, under their digest. The
-- release before this one knows sha256 alone: of the same bytes only the first evidence has it. It goes when all have a digest.
alter table evidence add column digest text constraint evidence_digest_check check (digest ~ '^[0-9a-f]{64}$');
alter table evidence alter column sha256 drop not null;
alter table evidence add constraint evidence_bytes_check check (num_nonnulls(digest, sha256) > 0);
create index evidence_digest_idx on evidence (coalesce(digest, sha256));

-- In the compartment of internal affairs: judged as misconduct by two people, or brought to a report that is.
alter table evidence add column hidden boolean not null default false;
create index evidence_hidden_idx on evidence (coalesce(digest, sha256)) where hidden;

-- By which evidence who filed the report knows these bytes, where that is another one: it must not learn that theirs is hidden.
alter table report_evidence add column answered_as uuid
    constraint report_evidence_answered_as_fkey references evidence;
create index report_evidence_answered_as_idx on report_evidence (answered_as) where answered_as is not null;

-- Whether it was told which reports are hidden with the dossier; events of earlier releases do not say it.
alter table dossier add column names_reports boolean not null default false;

-- Which jurisdictions the sender sees, as patterns; none where it sees no more than what it filed.
alter table upload add column sees text[] not null default '{}';
