-- Who looked at which dossier, and when (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table consultation (
    consultation_id uuid        not null,
    dossier_id      uuid        not null,
    person          text        not null,
    person_name     text        not null,
    purpose         text,
    consulted_at    timestamptz not null,
    constraint consultation_pkey primary key (consultation_id)
);

create index consultation_dossier_idx on consultation (dossier_id, consultation_id);
create index consultation_person_idx on consultation (person, consultation_id);

create function refuse_change_of_consultation() returns trigger language plpgsql as $$
begin
    raise exception 'consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger consultation_is_append_only before update or delete on consultation
    for each row execute function refuse_change_of_consultation();

create trigger consultation_is_never_emptied before truncate on consultation
    for each statement execute function refuse_change_of_consultation();
