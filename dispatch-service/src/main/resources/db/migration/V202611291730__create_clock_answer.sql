-- What reporters were told, and when it was taken back: nothing of what was forwarded, of which no topic tells.
create table clock_answer (
    report_id uuid        not null,
    at        timestamptz not null,
    -- Null where the answer was withdrawn.
    kind      text,
    constraint clock_answer_pkey primary key (report_id, at)
);

-- What the public is told that an answer found; null for none.
create function finding(answer text) returns text
    language sql immutable parallel safe
    return case
        when answer in ('PRESUMED_OFFENCE', 'RESOLVED', 'REFERRED') then 'PRESUMED_OFFENCE'
        when answer in ('FALSE_REPORT', 'KNOWN_CASE') then answer
        when answer is not null then 'OTHER_ANSWER' end;
