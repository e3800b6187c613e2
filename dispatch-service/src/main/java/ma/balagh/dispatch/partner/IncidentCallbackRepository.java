package ma.balagh.dispatch.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code incident_callback} and {@code told_incident}. */
@ApplicationScoped
class IncidentCallbackRepository {

    /** What a callback is for. */
    record Subscription(UUID callbackId, String owner, String partner, List<String> jurisdictions) {}

    private final Session session;

    IncidentCallbackRepository(Session session) {
        this.session = session;
    }

    void insert(Subscription subscription) {
        session.createNativeMutationQuery("""
                        insert into incident_callback (callback_id, owner, partner, jurisdictions)
                        values (:id, :owner, :partner, cast(:jurisdictions as text[]))
                        """)
                .setParameter("id", subscription.callbackId())
                .setParameter("owner", subscription.owner())
                .setParameter("partner", subscription.partner())
                .setParameter("jurisdictions", subscription.jurisdictions().toArray(String[]::new))
                .executeUpdate();
    }

    /** The newest first, of all partners whose subscriptions the caller may see. */
    List<Subscription> page(PageRequest page) {
        return session
                .createNativeQuery("""
                        select callback_id, owner, partner, jurisdictions from incident_callback
                        where callback_id < :after order by callback_id desc limit :fetch
                        """, Tuple.class)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(IncidentCallbackRepository::subscription)
                .toList();
    }

    Map<UUID, Subscription> of(Collection<UUID> callbackIds) {
        return session
                .createNativeQuery("""
                        select callback_id, owner, partner, jurisdictions from incident_callback
                        where callback_id = any(cast(:ids as uuid[]))
                        """, Tuple.class)
                .setParameter("ids", callbackIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .stream()
                .map(IncidentCallbackRepository::subscription)
                .collect(Collectors.toMap(Subscription::callbackId, subscription -> subscription));
    }

    /**
     * Notes that the state and the outcome of an incident are told. Callbacks are locked first, as when one is ended:
     * one that ends meanwhile is told nothing, or ends afterwards.
     *
     * @return the callbacks that do not know them yet
     */
    List<UUID> toTell(UUID incidentId) {
        return ScalarQuery.of(session, """
                        with listening as materialized (
                            select callback.id
                            from incident
                            join incident_callback on exists (
                                select from unnest(incident_callback.jurisdictions) as wanted (code)
                                where incident.jurisdiction = wanted.code
                                   or incident.jurisdiction like wanted.code || '-%')
                            join callback on callback.id = incident_callback.callback_id and callback.state = 'ACTIVE'
                            where incident.id = :incident
                            order by callback.id
                            for key share of callback)
                        insert into told_incident (callback_id, incident_id, state, outcome_kind)
                        select listening.id, incident.id, incident.state, incident.outcome_kind
                        from incident cross join listening
                        where incident.id = :incident
                        order by listening.id
                        on conflict (callback_id, incident_id) do update
                        set state = excluded.state, outcome_kind = excluded.outcome_kind
                        where (told_incident.state, told_incident.outcome_kind)
                            is distinct from (excluded.state, excluded.outcome_kind)
                        returning callback_id
                        """, UUID.class)
                .setParameter("incident", incidentId)
                .getResultList();
    }

    private static Subscription subscription(Tuple row) {
        return new Subscription(
                row.get("callback_id", UUID.class),
                row.get("owner", String.class),
                row.get("partner", String.class),
                List.of(row.get("jurisdictions", String[].class)));
    }
}
