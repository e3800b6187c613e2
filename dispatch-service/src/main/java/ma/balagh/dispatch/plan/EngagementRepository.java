package ma.balagh.dispatch.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.plan.FreeTimeCalculator.PastEngagement;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.UnitStatus;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Looks at the table {@code assignment} for how long units are away. */
@ApplicationScoped
class EngagementRepository {

    private final Session session;

    EngagementRepository(Session session) {
        this.session = session;
    }

    /**
     * What a unit is on.
     *
     * @param since when it took its last step
     */
    record Running(
            UUID unitId,
            UUID incidentId,
            UnitStatus step,
            Instant since,
            @Nullable GeoPoint place) {}

    /** Of these units, as far as whoever asks sees the incidents. */
    List<Running> running(Collection<UUID> unitIds) {
        return session.createNativeQuery("""
                        select assignment.unit_id, assignment.incident_id,
                               case when on_scene_at is not null then 'ON_SCENE'
                                    when en_route_at is not null then 'EN_ROUTE' else 'ASSIGNED' end as step,
                               coalesce(on_scene_at, en_route_at, assigned_at) as since,
                               incident.latitude, incident.longitude
                        from assignment
                        join incident on incident.id = assignment.incident_id
                        where assignment.unit_id = any(:unitIds) and assignment.released_at is null
                        """, Object[].class)
                .setParameter("unitIds", unitIds.toArray(UUID[]::new))
                .addScalar("unit_id", UUID.class)
                .addScalar("incident_id", UUID.class)
                .addScalar("step", String.class)
                .addScalar("since", Instant.class)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .setTupleTransformer((row, columns) -> new Running(
                        (UUID) row[0],
                        (UUID) row[1],
                        UnitStatus.valueOf((String) row[2]),
                        (Instant) row[3],
                        place((@Nullable Double) row[4], (@Nullable Double) row[5])))
                .getResultList();
    }

    private static @Nullable GeoPoint place(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    /** The last ones that were not called back, each from every step that it took. */
    List<PastEngagement> past(Instant since, int most) {
        return session.createNativeQuery("""
                        select past.unit_jurisdiction, step.name,
                               cast(extract(epoch from past.released_at - step.at) as bigint) as seconds
                        from (
                            select *
                            from assignment
                            where released_at >= :since and status <> 'STOOD_DOWN' and unit_jurisdiction is not null
                            order by released_at desc
                            limit :most
                        ) past
                        cross join lateral (values
                            ('ASSIGNED', past.assigned_at),
                            ('EN_ROUTE', past.en_route_at),
                            ('ON_SCENE', past.on_scene_at)) as step (name, at)
                        where step.at <= past.released_at
                        """, Object[].class)
                .setParameter("since", since)
                .setParameter("most", most)
                .addScalar("unit_jurisdiction", String.class)
                .addScalar("name", String.class)
                .addScalar("seconds", Long.class)
                .setTupleTransformer((row, columns) ->
                        new PastEngagement((String) row[0], UnitStatus.valueOf((String) row[1]), (Long) row[2]))
                .getResultList();
    }
}
