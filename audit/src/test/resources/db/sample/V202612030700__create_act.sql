-- What a service would keep of who did what.
create table act (
    id      uuid primary key,
    at      timestamptz not null,
    person  text        not null,
    name    text        not null,
    subject uuid        not null,
    purpose text
);
