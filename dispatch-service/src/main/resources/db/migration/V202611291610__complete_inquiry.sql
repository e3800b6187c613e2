-- What internal affairs does about an inquiry: who leads it, its file, and its end, which a second person decides (ADR 062).
alter table inquiry
    -- User name of who leads it.
    add column owner          text,
    add column proposed_by    text,
    add column proposed_by_id text,
    add column proposed_at    timestamptz,
    add column closed_by_id   text,
    -- A legal hold: the file is not erased while it lasts.
    add column hold_reason    text,
    add column held_by        text,
    add column held_at        timestamptz,
    -- How and in which words the reporter was answered, outside this system.
    add column answer_channel text constraint inquiry_answer_channel_check
        check (answer_channel in ('RECEIPT', 'LETTER', 'IN_PERSON', 'THROUGH_COUNSEL')),
    add column answer_wording text,
    add column answered_by    text,
    add column answered_at    timestamptz,
    -- How many entries its timeline has.
    add column entry_count    integer not null default 0,
    add column erased_at      timestamptz,
    drop constraint inquiry_state_check,
    drop constraint inquiry_finding_check,
    drop constraint inquiry_closing_check;

create table inquiry_step (
    id          uuid        not null constraint inquiry_step_pkey primary key,
    inquiry_id  uuid        not null constraint inquiry_step_inquiry_fkey references inquiry,
    title       text        not null,
    due_at      timestamptz not null,
    planned_by  text        not null,
    planned_at  timestamptz not null,
    done_by     text,
    done_at     timestamptz,
    note        text,
    constraint inquiry_step_done_check check ((done_by is null) = (done_at is null) and done_at >= planned_at)
);
create index inquiry_step_inquiry_idx on inquiry_step (inquiry_id, id);
create index inquiry_step_due_idx on inquiry_step (inquiry_id, due_at) where done_at is null;

-- A person is a reference or initials, never a name.
create table inquiry_hearing (
    id           uuid        not null constraint inquiry_hearing_pkey primary key,
    inquiry_id   uuid        not null constraint inquiry_hearing_inquiry_fkey references inquiry,
    role         text        not null constraint inquiry_hearing_role_check
        check (role in ('OFFICER_CONCERNED', 'WITNESS', 'COMPLAINANT')),
    person       text        not null,
    place        text        not null,
    scheduled_at timestamptz not null,
    planned_by   text        not null,
    planned_at   timestamptz not null,
    held_at      timestamptz,
    record       text,
    recorded_by  text,
    recorded_at  timestamptz,
    constraint inquiry_hearing_record_check
        check (num_nulls(held_at, record, recorded_by, recorded_at) in (0, 4) and held_at <= recorded_at)
);
create index inquiry_hearing_inquiry_idx on inquiry_hearing (inquiry_id, id);

create table inquiry_suspension (
    id             uuid        not null constraint inquiry_suspension_pkey primary key,
    inquiry_id     uuid        not null constraint inquiry_suspension_inquiry_fkey references inquiry,
    person         text        not null,
    legal_basis    text        not null,
    begins_at      timestamptz not null,
    ends_at        timestamptz not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    lifted_at      timestamptz,
    lifting_reason text,
    lifted_by      text,
    constraint inquiry_suspension_end_check check (ends_at > begins_at),
    constraint inquiry_suspension_lifting_check
        check (num_nulls(lifted_at, lifting_reason, lifted_by) in (0, 3) and lifted_at < ends_at)
);
create index inquiry_suspension_inquiry_idx on inquiry_suspension (inquiry_id, id);

-- Evidence lies in intake; its digest says which bytes were meant.
create table inquiry_attachment (
    id          uuid        not null constraint inquiry_attachment_pkey primary key,
    inquiry_id  uuid        not null constraint inquiry_attachment_inquiry_fkey references inquiry,
    evidence_id uuid        not null,
    sha256      text        not null constraint inquiry_attachment_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    title       text        not null,
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint inquiry_attachment_evidence_key unique (inquiry_id, evidence_id)
);

-- What happened, in that order.
create table inquiry_entry (
    id          uuid        not null constraint inquiry_entry_pkey primary key,
    inquiry_id  uuid        not null constraint inquiry_entry_inquiry_fkey references inquiry,
    number      integer     not null constraint inquiry_entry_number_check check (number > 0),
    kind        text        not null constraint inquiry_entry_kind_check
        check (kind in ('OPENED', 'OWNER_NAMED', 'STEP_PLANNED', 'STEP_DONE', 'HEARING_PLANNED', 'HEARING_HELD',
            'ATTACHED', 'SUSPENDED', 'SUSPENSION_LIFTED', 'CLOSING_PROPOSED', 'CLOSING_REFUSED', 'CLOSED',
            'REPORTER_ANSWERED', 'HOLD_PLACED', 'HOLD_LIFTED')),
    at          timestamptz not null,
    -- User name; null where the service did it.
    acted_by    text,
    note        text,
    constraint inquiry_entry_number_key unique (inquiry_id, number)
);

-- What one person closed waits for a second one. Of each dossier one inquiry goes on: the open one, or else the newest.
-- Its timeline takes over what its predecessors came to, whose files end.
select set_config('balagh.actor', 'service', true);
create temporary table inquiry_going_on on commit drop as
    select distinct on (dossier_id) dossier_id, id
    from inquiry
    order by dossier_id, (state = 'OPEN') desc, opened_at desc, id desc;
insert into inquiry_entry (id, inquiry_id, number, kind, at, acted_by, note)
select uuidv7(), inquiry_id, row_number() over (partition by inquiry_id order by at, kind desc), kind, at, acted_by, note
from (
    select inquiry_going_on.id, 'OPENED', opened_at, null, null
    from inquiry join inquiry_going_on using (id)
    union all
    select inquiry_going_on.id, 'CLOSING_PROPOSED', closed_at, closed_by, finding_reason
    from inquiry join inquiry_going_on using (dossier_id)
    where state = 'CLOSED'
) as told (inquiry_id, kind, at, acted_by, note);
update inquiry
set state = 'ERASED', erased_at = now(), severity = null, place = null, latitude = null, longitude = null,
    occurred_at = null, finding_reason = null, closed_by = null, version = version + 1
where id not in (select id from inquiry_going_on);
update inquiry
set entry_count = (select count(*) from inquiry_entry where inquiry_id = inquiry.id), version = version + 1
where state <> 'ERASED';
-- Whose account it was, the looks at the inquiry say, where they name one alone.
update inquiry
set state = 'OPEN', proposed_by = closed_by, proposed_by_id = closer.person, proposed_at = closed_at,
    closed_by = null, closed_at = null
from (
    select inquiry_id, person_name, min(person) as person
    from inquiry_consultation
    group by inquiry_id, person_name
    having count(distinct person) = 1
) as closer
where state = 'CLOSED' and closer.inquiry_id = inquiry.id and closer.person_name = closed_by;
-- Anybody could confirm what nobody is known to have proposed, so it has to be proposed anew.
update inquiry
set state = 'OPEN', finding = null, finding_reason = null, closed_by = null, closed_at = null
where state = 'CLOSED';
select set_config('balagh.actor', '', true);

alter table inquiry
    add constraint inquiry_state_check check (state in ('OPEN', 'CLOSED', 'ERASED')),
    add constraint inquiry_finding_check
        check (finding in ('SUBSTANTIATED', 'UNSUBSTANTIATED', 'NOT_PROVABLE', 'PASSED_TO_PROSECUTOR')),
    add constraint inquiry_proposal_check
        check (state = 'ERASED'
            or num_nulls(finding, finding_reason, proposed_by, proposed_by_id, proposed_at) in (0, 5)),
    add constraint inquiry_closing_check check (case state
        when 'OPEN' then num_nonnulls(closed_by, closed_by_id, closed_at) = 0
        when 'CLOSED' then num_nulls(finding, finding_reason, proposed_by, proposed_by_id, proposed_at, closed_by,
            closed_by_id, closed_at) = 0
        else finding is not null and closed_at is not null end),
    add constraint inquiry_four_eyes_check check (closed_by_id <> proposed_by_id),
    add constraint inquiry_hold_check check (num_nulls(hold_reason, held_by, held_at) in (0, 3)),
    add constraint inquiry_answer_check
        check (num_nulls(answer_channel, answer_wording, answered_by, answered_at) in (0, 4)),
    -- Of an erased one it is known that there was one, of which dossier, where, and what it came to.
    add constraint inquiry_erased_check check (case state
        when 'ERASED' then erased_at is not null
            and num_nonnulls(severity, place, latitude, longitude, occurred_at, owner, finding_reason, proposed_by,
                proposed_by_id, proposed_at, closed_by, closed_by_id, hold_reason, answer_channel) = 0
        else erased_at is null end);

-- What is told is never changed, and goes with the whole file alone; what is planned is completed once.
create function forbid_change_of_inquiry_history() returns trigger language plpgsql as $$
begin
    raise exception '% keeps its history', tg_table_name using errcode = 'restrict_violation';
end
$$;

create function keep_history_of_inquiry() returns trigger language plpgsql as $$
begin
    if not exists (select from inquiry where inquiry.id = old.inquiry_id and inquiry.state = 'ERASED') then
        raise exception '% keeps its history', tg_table_name using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

create trigger inquiry_entry_is_append_only before update or truncate on inquiry_entry
    for each statement execute function forbid_change_of_inquiry_history();
create trigger inquiry_attachment_is_append_only before update or truncate on inquiry_attachment
    for each statement execute function forbid_change_of_inquiry_history();
create trigger inquiry_step_is_done_once before update on inquiry_step
    for each row when (old.done_at is not null) execute function forbid_change_of_inquiry_history();
create trigger inquiry_hearing_is_held_once before update on inquiry_hearing
    for each row when (old.held_at is not null) execute function forbid_change_of_inquiry_history();
create trigger inquiry_suspension_is_lifted_once before update on inquiry_suspension
    for each row when (old.lifted_at is not null) execute function forbid_change_of_inquiry_history();
create trigger inquiry_step_is_not_emptied before truncate on inquiry_step
    for each statement execute function forbid_change_of_inquiry_history();
create trigger inquiry_hearing_is_not_emptied before truncate on inquiry_hearing
    for each statement execute function forbid_change_of_inquiry_history();
create trigger inquiry_suspension_is_not_emptied before truncate on inquiry_suspension
    for each statement execute function forbid_change_of_inquiry_history();
create trigger inquiry_step_goes_with_its_file before delete on inquiry_step
    for each row execute function keep_history_of_inquiry();
create trigger inquiry_hearing_goes_with_its_file before delete on inquiry_hearing
    for each row execute function keep_history_of_inquiry();
create trigger inquiry_suspension_goes_with_its_file before delete on inquiry_suspension
    for each row execute function keep_history_of_inquiry();
create trigger inquiry_entry_goes_with_its_file before delete on inquiry_entry
    for each row execute function keep_history_of_inquiry();
create trigger inquiry_attachment_goes_with_its_file before delete on inquiry_attachment
    for each row execute function keep_history_of_inquiry();

-- The end of a file, when its time has come: a task (docs/task-queue.md).
create table inquiry_erasure (
    id           uuid        not null constraint inquiry_erasure_pkey primary key,
    inquiry_id   uuid        not null constraint inquiry_erasure_inquiry_fkey references inquiry
        constraint inquiry_erasure_inquiry_key unique,
    state        text        not null default 'QUEUED' constraint inquiry_erasure_state_check
        check (state in ('QUEUED', 'RUNNING', 'HELD', 'DONE')),
    not_before   timestamptz not null,
    lease_owner  uuid,
    lease_until  timestamptz,
    lost_leases  integer     not null default 0,
    failures     integer     not null default 0,
    last_failure text,
    constraint inquiry_erasure_lease_check
        check ((state = 'RUNNING') = (lease_owner is not null) and (lease_owner is null) = (lease_until is null))
);
create index inquiry_erasure_to_do_idx on inquiry_erasure (not_before, id) where state in ('QUEUED', 'RUNNING');
