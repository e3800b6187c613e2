-- What items are scored by, one row for each version. A list is read and changed as a whole, so it stands as one.
create table relevance_terms (
    version     integer     not null,
    threshold   integer     not null,
    terms       jsonb       not null,
    reason      text        not null,
    person      text        not null,
    person_name text        not null,
    made_at     timestamptz not null,
    constraint relevance_terms_pkey primary key (version),
    constraint relevance_terms_version_check check (version > 0),
    constraint relevance_terms_threshold_check check (threshold between 1 and 100),
    constraint relevance_terms_terms_check check (jsonb_typeof(terms) = 'array'),
    constraint relevance_terms_reason_check check (length(btrim(reason)) > 0)
);

create function refuse_change_of_relevance_terms() returns trigger language plpgsql as $$
begin
    raise exception 'relevance_terms is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger relevance_terms_append_only
    before update or delete or truncate on relevance_terms
    for each statement execute function refuse_change_of_relevance_terms();
