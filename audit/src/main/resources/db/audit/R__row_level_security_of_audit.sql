-- Who reads the audit trail is seen by those who may read all of what that one may; who changed something, by those who may
-- read where it lies.
do $$
declare
    name text;
begin
    foreach name in array array['audit_consultation', 'audit_change']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service())
            or ((select sees_common())
                and not exists (select from unnest(jurisdictions) as place (code)
                    where not place.code like any ((select visible_jurisdictions())::text[]))))', name || '_visibility', name);
    end loop;
end
$$;

drop policy if exists audit_change_own on audit_change;
create policy audit_change_own on audit_change for insert with check (true);

-- The log over the trail is shown by the service, to all who may see it alike.
do $$
declare
    name text;
begin
    foreach name in array array['audit_leaf', 'audit_node', 'audit_checkpoint']
    loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format('drop policy if exists %I on %I', name || '_visibility', name);
        execute format('create policy %I on %I using ((select acts_as_service()))', name || '_visibility', name);
    end loop;
end
$$;
