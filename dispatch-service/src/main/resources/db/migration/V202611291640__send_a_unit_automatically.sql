-- Where a jurisdiction wants so, a unit is sent without a person when nobody has sent one in time.
alter table escalation
    drop constraint escalation_step_check,
    add constraint escalation_step_check
        check (step in ('NEXT_UNIT_PROPOSED', 'UNIT_SENT', 'SUPERVISOR', 'COMMANDER'));
