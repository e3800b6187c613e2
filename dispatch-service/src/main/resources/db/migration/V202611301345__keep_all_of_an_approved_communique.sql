-- Nobody becomes a stranger to what they wrote, and nothing that was approved or that was looked at for the approval changes
-- after it: texts, alert, embargo and the incidents whose records the check read.
create or replace function keep_communique_as_approved() returns trigger language plpgsql as $$
begin
    if new.author_id <> old.author_id or not (new.editors @> old.editors) then
        raise exception 'who wrote in a communiqué is kept' using errcode = 'restrict_violation';
    end if;
    if (new.text_ar, new.text_fr, new.text_en) is distinct from (old.text_ar, old.text_fr, old.text_en)
            and new.text_version <= old.text_version then
        raise exception 'a text that changes has another version' using errcode = 'restrict_violation';
    end if;
    if old.approved_at is not null
            and (new.text_ar, new.text_fr, new.text_en, new.text_version, new.kind, new.jurisdiction, new.editors, new.approved_at,
                 new.approved_by_id, new.approved_by_name, new.published_at, new.corrects_id, new.alert_urgency,
                 new.alert_severity, new.alert_certainty, new.alert_expires_at, new.embargo_until, new.incident_ids)
                is distinct from (old.text_ar, old.text_fr, old.text_en, old.text_version, old.kind, old.jurisdiction, old.editors,
                 old.approved_at, old.approved_by_id, old.approved_by_name, old.published_at, old.corrects_id, old.alert_urgency,
                 old.alert_severity, old.alert_certainty, old.alert_expires_at, old.embargo_until, old.incident_ids) then
        raise exception 'an approved communiqué is not changed' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
