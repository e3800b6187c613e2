-- Public statements: drafted, checked for personal data, approved by another commander than any who wrote in them.
create table communique (
    id                uuid        not null constraint communique_pkey primary key,
    jurisdiction      text        not null,
    kind              text        not null constraint communique_kind_check check (kind in ('CASE', 'FIGURES', 'STATEMENT', 'ALERT')),
    state             text        not null constraint communique_state_check check (state in ('DRAFT', 'APPROVED', 'RETRACTED')),
    -- The first line of each is its headline.
    text_ar           text        not null,
    text_fr           text        not null,
    text_en           text        not null,
    -- Grows with each change of a text: what was answered about an earlier one is void.
    text_version      integer     not null,
    -- What it was drafted from; their records are looked through for what the texts must not say.
    incident_ids      text[]      not null,
    corrects_id       uuid        constraint communique_corrects_fkey references communique,
    alert_urgency     text        constraint communique_alert_urgency_check
        check (alert_urgency in ('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN')),
    alert_severity    text        constraint communique_alert_severity_check
        check (alert_severity in ('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN')),
    alert_certainty   text        constraint communique_alert_certainty_check
        check (alert_certainty in ('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN')),
    alert_expires_at  timestamptz,
    drafted_at        timestamptz not null,
    author_id         text        not null,
    author_name       text        not null,
    edited_at         timestamptz not null,
    edited_by_id      text        not null,
    edited_by_name    text        not null,
    -- Everybody who wrote in it.
    editors           text[]      not null,
    -- Not to be published before.
    embargo_until     timestamptz,
    approved_at       timestamptz,
    approved_by_id    text,
    approved_by_name  text,
    published_at      timestamptz,
    corrected_at      timestamptz,
    corrected_by      uuid        constraint communique_corrected_by_fkey references communique,
    retracted_at      timestamptz,
    retracted_by_id   text,
    retracted_by_name text,
    retraction_reason text,
    -- Grows with every change: the entity tag.
    version           bigint      not null,
    constraint communique_alert_check
        check (num_nulls(alert_urgency, alert_severity, alert_certainty, alert_expires_at) = case when kind = 'ALERT' then 0 else 4 end),
    constraint communique_editors_check check (author_id = any (editors) and edited_by_id = any (editors)),
    constraint communique_four_eyes_check check (approved_by_id <> all (editors)),
    constraint communique_approved_check check (num_nulls(approved_at, approved_by_id, approved_by_name, published_at) in (0, 4)),
    constraint communique_approved_state_check
        check (case state when 'DRAFT' then approved_at is null when 'APPROVED' then approved_at is not null else true end),
    constraint communique_published_check check (published_at >= approved_at and published_at >= coalesce(embargo_until, published_at)),
    constraint communique_retracted_check
        check (num_nulls(retracted_at, retracted_by_id, retracted_by_name, retraction_reason)
               = case when state = 'RETRACTED' then 0 else 4 end),
    constraint communique_corrected_check check (num_nulls(corrected_at, corrected_by) in (0, 2) and corrected_by <> id)
);
create index communique_jurisdiction_idx on communique (jurisdiction text_pattern_ops, id);
create index communique_published_idx on communique (published_at, id) where published_at is not null;
-- What is corrected has one correction, which may be corrected again.
create unique index communique_corrects_key on communique (corrects_id) where state = 'APPROVED';

-- Nobody becomes a stranger to what they wrote, and nothing is written after the approval.
create function keep_communique_as_approved() returns trigger language plpgsql as $$
begin
    if new.author_id <> old.author_id or not (new.editors @> old.editors) then
        raise exception 'who wrote in a communiqué is kept' using errcode = 'restrict_violation';
    end if;
    if (new.text_ar, new.text_fr, new.text_en) is distinct from (old.text_ar, old.text_fr, old.text_en)
            and new.text_version <= old.text_version then
        raise exception 'a text that changes has another version' using errcode = 'restrict_violation';
    end if;
    if old.approved_at is not null
            and (new.text_ar, new.text_fr, new.text_en, new.kind, new.jurisdiction, new.editors, new.approved_at, new.approved_by_id,
                 new.published_at, new.corrects_id, new.alert_expires_at)
                is distinct from (old.text_ar, old.text_fr, old.text_en, old.kind, old.jurisdiction, old.editors, old.approved_at,
                 old.approved_by_id, old.published_at, old.corrects_id, old.alert_expires_at) then
        raise exception 'an approved communiqué is not changed' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger communique_kept before update on communique for each row execute function keep_communique_as_approved();

-- Somebody answers for what the check found and is to stay. Nothing here is ever changed.
create table finding_answer (
    id            uuid        not null constraint finding_answer_pkey primary key,
    communique_id uuid        not null constraint finding_answer_communique_fkey references communique,
    text_version  integer     not null,
    language      text        not null constraint finding_answer_language_check check (language in ('ar', 'fr', 'en')),
    kind          text        not null,
    from_at       integer     not null,
    to_at         integer     not null,
    reason        text        not null constraint finding_answer_reason_check check (length(btrim(reason)) >= 10),
    answered_at   timestamptz not null,
    answered_by_id text       not null,
    answered_by   text        not null,
    constraint finding_answer_range_check check (from_at >= 0 and to_at > from_at),
    constraint finding_answer_place_key unique (communique_id, text_version, language, kind, from_at, to_at)
);

create function refuse_finding_answer_change() returns trigger language plpgsql as $$
begin
    raise exception 'finding_answer is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger finding_answer_append_only before update or delete or truncate on finding_answer
    for each statement execute function refuse_finding_answer_change();
