-- What those who are sent need to know of a presumed offence, as its verdict told it. A later verdict of the dossier has
-- a row of its own: an incident shows that of the verdict that it follows.
create table verdict_facts (
    verdict_id        uuid             not null constraint verdict_facts_pkey primary key,
    dossier_id        uuid             not null,
    jurisdiction      text             not null,
    -- As the event tells them, so that what a later release adds is kept.
    facts             jsonb,
    claim             jsonb,
    place_certainty   text             constraint verdict_facts_place_certainty_check
        check (place_certainty in ('CLAIMED', 'PROBABLE', 'CERTAIN')),
    reports           integer          constraint verdict_facts_reports_check check (reports >= 0),
    -- The moment whose picture analysis shows, with faces hidden.
    still_evidence_id uuid,
    still_at          double precision,
    constraint verdict_facts_still_check check ((still_evidence_id is null) = (still_at is null))
);
