-- Links of erased reports: their addresses are gone, what was done with them is not.
alter table media_link drop constraint media_link_state_check,
    add constraint media_link_state_check
        check (state in ('TO_OBTAIN', 'OBTAINED', 'UNOBTAINABLE', 'READ', 'NOT_NEEDED', 'ERASED')),
    add constraint media_link_erased_check check (state <> 'ERASED' or (url = '' and reason is null and detail is null));

-- Where bytes came from stands in court: it is never changed, only emptied of addresses as a whole.
drop trigger media_fetch_append_only on media_fetch;

create function only_erase_addresses() returns trigger language plpgsql as $$
begin
    if new.address <> '' or new.final_address <> '' or new.redirects <> '[]' or new.headers <> '[]'
        or num_nonnulls(new.detail, new.connected_to, new.tls_subject, new.tls_sha256) > 0
        or to_jsonb(new) - array['address', 'final_address', 'redirects', 'headers', 'detail', 'connected_to', 'tls_subject', 'tls_sha256']
            <> to_jsonb(old) - array['address', 'final_address', 'redirects', 'headers', 'detail', 'connected_to', 'tls_subject', 'tls_sha256']
    then
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger media_fetch_append_only before delete or truncate on media_fetch
    for each statement execute function refuse_change();
create trigger media_fetch_only_erased before update on media_fetch
    for each row execute function only_erase_addresses();
