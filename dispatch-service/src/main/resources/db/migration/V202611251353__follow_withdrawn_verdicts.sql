-- An incident whose verdict was withdrawn: cancelled where no unit is on it, else told to whoever leads the unit.
alter table incident
    add column verdict_withdrawn_at timestamptz,
    drop constraint incident_state_check,
    add constraint incident_state_check
        check (state in ('OPEN', 'ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'RESOLVED', 'REFERRED', 'CANCELLED')),
    drop constraint incident_attended_check,
    add constraint incident_attended_check check (attended or state in ('OPEN', 'ASSIGNED', 'EN_ROUTE', 'CANCELLED')),
    add constraint incident_cancelled_check check (state <> 'CANCELLED' or verdict_withdrawn_at is not null);

-- At most one incident of a dossier is not over, whatever is replayed or races.
drop index incident_open_dossier_key;
create unique index incident_open_dossier_key on incident (dossier_id)
    where state not in ('RESOLVED', 'REFERRED', 'CANCELLED');

alter table incident_entry
    drop constraint incident_entry_kind_check,
    add constraint incident_entry_kind_check
        check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'RESOLVED', 'REFERRED',
            'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN', 'CANCELLED'));

-- Whatever is still told of these verdicts opens nothing and is counted nowhere.
create table withdrawn_verdict (
    verdict_id   uuid        not null,
    withdrawn_at timestamptz not null,
    constraint withdrawn_verdict_pkey primary key (verdict_id)
);

-- Where the reports of a dossier stand since a person joined it to another one.
create table clock_merged_dossier (
    dossier_id uuid not null,
    into_id    uuid not null,
    constraint clock_merged_dossier_pkey primary key (dossier_id)
);

-- A report that a person separated from a dossier does not come back to it by what was told of earlier.
create table clock_departure (
    dossier_id uuid        not null,
    report_id  uuid        not null,
    left_at    timestamptz not null,
    constraint clock_departure_pkey primary key (dossier_id, report_id)
);
