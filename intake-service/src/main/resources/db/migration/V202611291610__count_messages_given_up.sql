-- Messages to partners may end by age, which a callback counts.
set local lock_timeout = '2s';
alter table callback
    add column given_up    bigint not null default 0,
    add column given_up_at timestamptz;
