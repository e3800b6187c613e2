-- With what a claim of a callback's next message needs, however many wait: the first in their order, and those under way.
set local lock_timeout = '2s';
create index callback_delivery_position_idx on callback_delivery (callback_id, position);
create index callback_delivery_lease_idx on callback_delivery (callback_id, lease_until) where lease_until is not null;
drop index callback_delivery_due_idx;
