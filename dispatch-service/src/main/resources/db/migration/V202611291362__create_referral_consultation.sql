-- Who asked for which referral file, when and why (Directive (EU) 2016/680, article 25). Rows are only ever added.
create table referral_consultation (
    id           uuid        not null constraint referral_consultation_pkey primary key,
    incident_id  uuid        not null constraint referral_consultation_incident_fkey references incident,
    person       text        not null,
    person_name  text        not null,
    purpose      text        not null,
    consulted_at timestamptz not null
);

create index referral_consultation_incident_idx on referral_consultation (incident_id, id);
create index referral_consultation_person_idx on referral_consultation (person, id);

create function refuse_referral_consultation_change() returns trigger language plpgsql as $$
begin
    raise exception 'referral_consultation is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger referral_consultation_append_only before update or delete or truncate on referral_consultation
    for each statement execute function refuse_referral_consultation_change();
