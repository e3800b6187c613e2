package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** Reads where units have been by plans that the caller sees. */
@ApplicationScoped
class VisitedSpotRepository {

    private static final String VISITED = """
            plan.approved_at is not null and visit.state in ('PLANNED', 'INTERRUPTED')
            and visit.end_at <= :now and coalesce(visit.present_seconds, 1) > 0
            """;

    private final Session session;

    VisitedSpotRepository(Session session) {
        this.session = session;
    }

    /** Where any unit has been, in no order. */
    List<String> cells(Instant now) {
        return ScalarQuery.of(session, """
                        select distinct spot.cell
                        from patrol_visit visit
                        join patrol_plan plan on plan.id = visit.plan_id
                        join patrol_spot spot on spot.plan_id = visit.plan_id and spot.number = visit.spot
                        where %s
                        """.formatted(VISITED), String.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The most visited first. A visit in which the unit was not seen at the place is none; one that is not measured yet is. */
    List<VisitedSpot> before(Instant now, int most) {
        return session
                .createNativeQuery("""
                        select spot.cell,
                               (array_agg(spot.name order by spot.plan_id desc))[1] as name,
                               (array_agg(spot.jurisdiction order by spot.plan_id desc))[1] as jurisdiction,
                               (array_agg(spot.latitude order by spot.plan_id desc))[1] as latitude,
                               (array_agg(spot.longitude order by spot.plan_id desc))[1] as longitude,
                               cast(count(*) as integer) as visits,
                               min(visit.start_at) as first_at
                        from patrol_visit visit
                        join patrol_plan plan on plan.id = visit.plan_id
                        join patrol_spot spot on spot.plan_id = visit.plan_id and spot.number = visit.spot
                        where %s
                        group by spot.cell
                        order by visits desc, spot.cell
                        limit :most
                        """.formatted(VISITED), Tuple.class)
                .addScalar("cell", String.class)
                .addScalar("name", String.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .addScalar("visits", Integer.class)
                .addScalar("first_at", Instant.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new VisitedSpot(
                        row.get("cell", String.class),
                        row.get("name", String.class),
                        row.get("jurisdiction", String.class),
                        row.get("latitude", Double.class),
                        row.get("longitude", Double.class),
                        row.get("visits", Integer.class),
                        row.get("first_at", Instant.class)))
                .toList();
    }
}
