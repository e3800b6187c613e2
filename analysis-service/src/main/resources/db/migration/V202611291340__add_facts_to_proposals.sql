-- What those who are sent need to know of a presumed offence; of no other verdict, and so never of misconduct.
alter table verdict_proposal
    add column offence          text constraint verdict_proposal_offence_check
        check (offence in ('STREET_ROBBERY', 'SNATCHING', 'ARMED_ROBBERY', 'ASSAULT', 'THEFT', 'OTHER')),
    add column summary          text constraint verdict_proposal_summary_check check (length(summary) <= 600),
    add column suspects         integer constraint verdict_proposal_suspects_check check (suspects between 0 and 500),
    add column victims          integer constraint verdict_proposal_victims_check check (victims between 0 and 500),
    add column vehicle_kind     text constraint verdict_proposal_vehicle_kind_check
        check (vehicle_kind in ('BICYCLE', 'MOTORCYCLE', 'CAR', 'VAN', 'OTHER')),
    add column vehicle_colour   text constraint verdict_proposal_vehicle_colour_check check (length(vehicle_colour) <= 40),
    add column weapon           text constraint verdict_proposal_weapon_check
        check (weapon in ('NONE', 'KNIFE', 'FIREARM', 'OTHER', 'UNKNOWN')),
    add column direction        text constraint verdict_proposal_direction_check check (length(direction) <= 200),
    add column danger_continues boolean,
    add column place_certainty  text constraint verdict_proposal_place_certainty_check
        check (place_certainty in ('CLAIMED', 'PROBABLE', 'CERTAIN')),
    -- The moment whose picture they are shown, with faces hidden: a medium of the dossier, and seconds from its beginning.
    add column still_evidence_id uuid,
    add column still_at          double precision constraint verdict_proposal_still_at_check check (still_at between 0 and 86400),
    add constraint verdict_proposal_still_check check ((still_evidence_id is null) = (still_at is null)),
    add constraint verdict_proposal_facts_check check (
        verdict = 'PRESUMED_OFFENCE'
        or num_nonnulls(offence, summary, suspects, victims, vehicle_kind, vehicle_colour, weapon, direction,
            danger_continues, still_evidence_id) = 0);

-- A still is a rendition of its own: one picture, redacted.
alter table rendition
    drop constraint rendition_kind_check,
    add constraint rendition_kind_check check (kind in ('PLAYABLE', 'REDACTED', 'STILL'));
