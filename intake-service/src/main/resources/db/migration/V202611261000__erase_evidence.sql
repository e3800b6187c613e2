-- Evidence whose time is over. The row and its custody stay; its bytes are given to nobody from erased_at on, and go after
-- the commit that says so.
alter table evidence
    add column erased_at      timestamptz,
    -- The kind of retention that it was erased by.
    add column erased_as      text,
    -- When none of its bytes were left in the store; what a crash or a refusal leaves is erased but not gone.
    add column bytes_gone_at  timestamptz,
    -- When the store was asked last to let them go, or bytes came that may become evidence again; and what the store said.
    add column bytes_asked_at timestamptz,
    add column bytes_refusal  text,
    add constraint evidence_erased_check check (
        (erased_at is null) = (erased_as is null)
        and (erased_at is not null or num_nonnulls(bytes_gone_at, bytes_asked_at, bytes_refusal) = 0));

create index evidence_kept_idx on evidence (secured_at) where erased_at is null;
create index evidence_going_idx on evidence (bytes_asked_at nulls first) where erased_at is not null and bytes_gone_at is null;

alter table retention_deletion drop constraint retention_deletion_kind_check,
    add constraint retention_deletion_kind_check check (
        kind in ('SET_ASIDE_ITEM', 'IDENTITY', 'FALSE_REPORT', 'CLOSED_CASE_EVIDENCE', 'OPEN_CASE_EVIDENCE'));
