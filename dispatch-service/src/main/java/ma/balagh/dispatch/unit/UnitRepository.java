package ma.balagh.dispatch.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code unit}. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {

    /** Of units whose territory covers an incident's or lies in it, and those of elsewhere that help out there. */
    static final String REACHES = """
                  (unit.jurisdiction = :jurisdiction
                   or :jurisdiction like unit.jurisdiction || '-%'
                   or unit.jurisdiction like :jurisdiction || '-%'
                   or exists (select 1 from HelpRequest help
                              where help.state = GRANTED and help.until > :now
                                and (help.asking = :jurisdiction or :jurisdiction like help.asking || '-%')
                                and (help.unitId = unit.id
                                     or help.unitId is null
                                        and (unit.jurisdiction = help.asked
                                             or unit.jurisdiction like help.asked || '-%'))))
            """;

    private static final String WITHIN_REACH = "from Unit unit where " + REACHES;

    /** That nothing speaks against sending the unit. */
    static final String READY = """
                  (unit.status = AVAILABLE
                   and (unit.shift.endsAt is null or unit.shift.beginsAt <= :now and unit.shift.endsAt > :now)
                   and (unit.duty.beganAt is null or unit.duty.beganAt > :fitSince))
            """;

    /** On a plane, which orders units of one territory as the globe does. */
    static final String DISTANCE = """
                  power(unit.position.latitude - :latitude, 2)
                      + power((unit.position.longitude - :longitude) * cos(radians(:latitude)), 2)
            """;

    /**
     * In degrees of latitude, 2 to 45 km: as far as is looked around a place before all units are. Circles rather than
     * everything, since the distance of ten thousand units alone takes longer than all the rest.
     */
    private static final double[] RADII = {0.015, 0.045, 0.135, 0.405};

    private static final int CELLS_OF_A_DEGREE = 50;

    /**
     * Which units can be sent to an incident of that jurisdiction at a moment.
     *
     * @param fitSince who has been on duty since before that has worked for too long
     * @param seenSince who was seen last before that may be anywhere, however near that was
     */
    record Readiness(String jurisdiction, Instant now, Instant fitSince, Instant seenSince) {

        private Parameters parameters() {
            return reach(jurisdiction, now).and("fitSince", fitSince);
        }
    }

    /** The unit, held until the end of the transaction so that nobody else changes it meanwhile. */
    Optional<Unit> lock(UUID id) {
        // Hibernate cannot lock a row that it reads together with one of another table, such as its position.
        return ScalarQuery.of(getSession(), "select id from unit where id = :id for no key update", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .flatMap(this::findByIdOptional);
    }

    /** A query that loads no entity: the unit is loaded once it is locked. */
    boolean isVisible(UUID id) {
        return count("id", id) == 1;
    }

    /** Whether that unit may be sent to incidents of that jurisdiction now. */
    boolean isWithinReach(UUID id, String jurisdiction, Instant now) {
        return count(
                        WITHIN_REACH + " and unit.id = :id",
                        reach(jurisdiction, now).and("id", id))
                == 1;
    }

    private static Parameters reach(String jurisdiction, Instant now) {
        return Parameters.with("jurisdiction", jurisdiction).and("now", now);
    }

    /** The units of that call sign that the caller sees, by territory; loads none of them. */
    Map<String, UUID> namesakes(String callSign) {
        return getSession()
                .createSelectionQuery("select jurisdiction, id from Unit where callSign = :callSign", Object[].class)
                .setParameter("callSign", callSign)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** @param own only that unit; null for all */
    List<Unit> list(@Nullable UnitStatus status, @Nullable UUID own, PageRequest page) {
        return find("""
                        (:status is null or status = :status)
                        and (:own is null or id = :own)
                        and id < :after
                        order by id desc
                        """, Parameters.with("status", status).and("own", own).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /**
     * Units that may be sent there: those first that are available and meant to work, of them those that were seen lately,
     * then the nearest to the place. Looks at the units around the place first, and at all of them where those are too few.
     * There, ids alone are put in order: to carry thousands of whole units through the sort takes twice as long.
     */
    List<Unit> around(Readiness wanted, @Nullable Double latitude, @Nullable Double longitude, int limit) {
        if (latitude != null && longitude != null) {
            for (double radius : RADII) {
                var ready = readyWithin(wanted, radius, latitude, longitude, limit, limit);
                if (ready.size() == limit) {
                    return ready;
                }
            }
        }
        var ids = query(
                        "select unit.id " + WITHIN_REACH + "order by case when not " + READY
                                + " then 2 when unit.position.at > :seenSince then 0 else 1 end, " + DISTANCE
                                + " nulls last, unit.position.at desc nulls last",
                        UUID.class,
                        wanted.parameters().and("seenSince", wanted.seenSince()))
                .setParameter("latitude", latitude, Double.class)
                .setParameter("longitude", longitude, Double.class)
                .setMaxResults(limit)
                .getResultList();
        return getSession().findMultiple(Unit.class, ids);
    }

    /** Units within reach that an incident or something else keeps busy, the nearest to the place first. */
    List<Unit> busyAround(
            String jurisdiction, @Nullable Double latitude, @Nullable Double longitude, Instant now, int limit) {
        var ids = query(
                        "select unit.id " + WITHIN_REACH
                                + " and unit.status in (ASSIGNED, EN_ROUTE, ON_SCENE, BUSY) order by " + DISTANCE
                                + " nulls last, unit.position.at desc nulls last",
                        UUID.class,
                        reach(jurisdiction, now))
                .setParameter("latitude", latitude, Double.class)
                .setParameter("longitude", longitude, Double.class)
                .setMaxResults(limit)
                .getResultList();
        return getSession().findMultiple(Unit.class, ids);
    }

    /**
     * The nearest of those that can be sent and were seen lately, up to the limit. Mostly nearly all that are near are
     * ready, so only the first of them are asked.
     *
     * @param radius in degrees of latitude
     */
    List<Unit> readyWithin(Readiness wanted, double radius, double latitude, double longitude, int limit) {
        return readyWithin(wanted, radius, latitude, longitude, 1, limit);
    }

    /** @param least fewer are not looked for */
    private List<Unit> readyWithin(
            Readiness wanted, double radius, double latitude, double longitude, int least, int limit) {
        var near = near(latitude, longitude, radius, wanted.seenSince());
        var ready = new ArrayList<Unit>();
        int asked = 0;
        while (asked < near.size() && near.size() - asked >= least - ready.size() && ready.size() < limit) {
            int next = Math.min(near.size(), asked + limit * 3 / 2);
            ready.addAll(query(
                            WITHIN_REACH + " and " + READY
                                    + " and cast(sql('(? = any(cast(? as uuid[])))', unit.id, :near) as Boolean) = true"
                                    + " order by " + DISTANCE,
                            Unit.class,
                            wanted.parameters())
                    .setParameter("latitude", latitude)
                    .setParameter("longitude", longitude)
                    // As text: Hibernate translates a query with an array anew at each call.
                    .setParameter(
                            "near",
                            near.subList(asked, next).stream()
                                    .map(UUID::toString)
                                    .collect(Collectors.joining(",", "{", "}")))
                    .setMaxResults(limit - ready.size())
                    .getResultList());
            asked = next;
        }
        return ready;
    }

    /** All that were seen within the radius since then, the nearest first. */
    private List<UUID> near(double latitude, double longitude, double radius, Instant seenSince) {
        double shrink = Math.cos(Math.toRadians(latitude));
        double width = radius / shrink;
        return ScalarQuery.of(getSession(), """
                        select unit_id
                        from (select unit_id, position_at,
                                     power(latitude - :latitude, 2)
                                         + power((longitude - :longitude) * :shrink, 2) as distance
                              from unit_position
                              where grid_row between :south and :north and grid_column between :west and :east
                                and position_at > :seenSince) near
                        where distance <= :reach
                        order by distance, position_at desc
                        """, UUID.class)
                .setParameter("latitude", latitude)
                .setParameter("longitude", longitude)
                .setParameter("shrink", shrink)
                .setParameter("reach", radius * radius)
                .setParameter("seenSince", seenSince)
                .setParameter("south", cell(latitude - radius))
                .setParameter("north", cell(latitude + radius))
                .setParameter("west", cell(longitude - width))
                .setParameter("east", cell(longitude + width))
                .getResultList();
    }

    /** As the columns are generated. */
    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_OF_A_DEGREE);
    }

    private <T> SelectionQuery<T> query(String hql, Class<T> type, Parameters parameters) {
        var query = getSession().createSelectionQuery(hql, type);
        parameters.map().forEach(query::setParameter);
        return query;
    }

    List<Unit> working(String jurisdiction, Instant from, Instant to, int limit) {
        return find(
                        """
                        (shift.beginsAt < :to and shift.endsAt > :from or shift.endsAt is null and status <> OFF_DUTY)
                        and (jurisdiction = :jurisdiction
                             or :jurisdiction like jurisdiction || '-%'
                             or jurisdiction like :jurisdiction || '-%')
                        order by callSign, id
                        """,
                        Parameters.with("jurisdiction", jurisdiction)
                                .and("from", from)
                                .and("to", to))
                .range(0, limit - 1)
                .list();
    }

    /** Those on duty that have a home post. */
    List<Unit> withHome(@Nullable String jurisdiction, int limit) {
        return find("""
                        status <> OFF_DUTY and home.name is not null
                        and (:jurisdiction is null
                             or jurisdiction = :jurisdiction
                             or :jurisdiction like jurisdiction || '-%'
                             or jurisdiction like :jurisdiction || '-%')
                        order by callSign, id
                        """, Parameters.with("jurisdiction", jurisdiction))
                .range(0, limit - 1)
                .list();
    }
}
