-- Encrypted under a random data key for each row, which lies beside it, wrapped under the key that key_id names. Rows from
-- before have a nonce of their own and no wrapped key; they are sealed again while the service runs.
alter table reporter_identity
    add column wrapped_key bytea,
    alter column nonce drop not null,
    add constraint reporter_identity_sealed_check check ((wrapped_key is null) = (nonce is not null));

-- What lies under a key is found in the order of ids.
create index reporter_identity_key_idx on reporter_identity (key_id, report_id);

-- Reading who filed a report is told by the chains of its evidence. The other new actions are those of disclosure.
alter table custody_entry drop constraint custody_entry_action_check;
alter table custody_entry add constraint custody_entry_action_check
    check (action in ('SECURED', 'SIGHTED', 'CONSULTED', 'IDENTITY_READ', 'DAMAGED', 'RESTORED', 'DISCLOSED', 'EXPORTED',
        'RETENTION'));
