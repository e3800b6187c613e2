-- Several units are on one incident, each in a role; the limit for a unit stays.
drop index assignment_active_incident_key;
create index assignment_active_incident_idx on assignment (incident_id) where released_at is null;

alter table assignment
    add column role text not null default 'LEAD'
        constraint assignment_role_check check (role in ('LEAD', 'SUPPORT', 'SEARCH', 'CORDON', 'MEDICAL')),
    drop constraint assignment_status_check,
    add constraint assignment_status_check
        check (status in ('ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'STOOD_DOWN')),
    add constraint assignment_stood_down_check check (status <> 'STOOD_DOWN' or released_at is not null);
alter table assignment alter column role drop default;

-- Since when a unit on it asks for help; null when nobody does, or since another unit was sent.
alter table incident add column assistance_asked_at timestamptz;

alter table incident_entry
    drop constraint incident_entry_kind_check,
    add constraint incident_entry_kind_check
        check (kind in ('OPENED', 'ASSIGNED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ON_SCENE', 'CLEARED', 'STOOD_DOWN',
            'ASSISTANCE_ASKED', 'RESOLVED', 'REOPENED', 'REFERRED', 'VERDICT_WITHDRAWN', 'VERDICT_REACHED_AGAIN',
            'CANCELLED', 'CLASSIFIED'));
