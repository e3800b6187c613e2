-- The relay is woken after the commit instead: a transaction that notifies holds a lock of the whole database from then
-- until its commit is on disk, so that no two of them could share one write.
drop trigger outbox_notify on outbox;
drop function notify_outbox();
