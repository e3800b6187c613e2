-- Texts about thousands of years ago claimed times before the year 0, which are written and not read.
update item set assessment = jsonb_set(assessment, '{times}', (
    select coalesce(jsonb_agg(time order by position) filter (where time ->> 'from' not like '-%'), '[]')
    from jsonb_array_elements(assessment -> 'times') with ordinality as times (time, position)))
where exists (
    select from jsonb_array_elements(assessment -> 'times') as times (time) where time ->> 'from' like '-%');
