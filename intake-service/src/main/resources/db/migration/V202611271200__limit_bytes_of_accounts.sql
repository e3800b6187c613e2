-- Media that are being sent in one request, with what they announced. Those that come piece by piece are in upload.
create table announced_medium (
    id         uuid        not null constraint announced_medium_pkey primary key,
    -- The token's subject.
    account    text        not null,
    bytes      bigint      not null constraint announced_medium_bytes_check check (bytes > 0),
    -- A request that a crash ended gives its bytes back then.
    expires_at timestamptz not null
);

create index announced_medium_account_idx on announced_medium (account);

-- What accounts brought within the last day.
create table stored_bytes (
    id        uuid        not null constraint stored_bytes_pkey primary key,
    account   text        not null,
    bytes     bigint      not null constraint stored_bytes_bytes_check check (bytes > 0),
    stored_at timestamptz not null
);

create index stored_bytes_account_idx on stored_bytes (account, stored_at) include (bytes);
create index stored_bytes_stored_idx on stored_bytes (stored_at);
