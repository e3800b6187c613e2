-- Whether the person who decided had opened the evidence before. Null where there was none, and for earlier decisions.
set local lock_timeout = '2s';

alter table verdict_proposal add column evidence_opened boolean;
