create table sample (
    id    uuid not null,
    name  text not null,
    constraint sample_pkey primary key (id)
);
