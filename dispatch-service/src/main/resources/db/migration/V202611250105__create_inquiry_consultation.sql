-- Who looked at which inquiry, and when (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table inquiry_consultation (
    id           uuid        not null,
    inquiry_id   uuid        not null,
    person       text        not null,
    person_name  text        not null,
    consulted_at timestamptz not null,
    constraint inquiry_consultation_pkey primary key (id)
);

create index inquiry_consultation_inquiry_idx on inquiry_consultation (inquiry_id, id);
create index inquiry_consultation_person_idx on inquiry_consultation (person, id);

create function refuse_change_of_inquiry_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'inquiry_consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger inquiry_consultation_is_append_only before update or delete or truncate on inquiry_consultation
    for each statement execute function refuse_change_of_inquiry_consultation();
