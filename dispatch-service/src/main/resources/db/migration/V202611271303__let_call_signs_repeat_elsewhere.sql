-- A call sign is unique in its jurisdiction: unique everywhere, a refusal told that somebody else's unit has it. The old
-- column stays unique, and holds both, until the release that reads it is gone; drop it then.
set local lock_timeout = '2s';

alter table unit add column sign text;
update unit set sign = call_sign;

create unique index unit_sign_key on unit (jurisdiction, (coalesce(sign, call_sign)));
