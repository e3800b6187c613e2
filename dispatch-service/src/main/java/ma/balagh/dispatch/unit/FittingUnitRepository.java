package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Looks through the table {@code unit} for those of a kind that can do something: through all of them, not the nearest. */
@ApplicationScoped
class FittingUnitRepository {

    private static final String FITS = """
              (:anyKind = true or unit.kind in :kinds)
              and cast(sql('(? @> cast(? as text[]))', unit.skills, :skills) as Boolean) = true
            """;

    private static final String WITHIN_REACH = "from Unit unit where " + UnitRepository.REACHES + " and " + FITS;

    private static final String READY = WITHIN_REACH + " and " + UnitRepository.READY;

    private static final String NOT_READY = WITHIN_REACH + " and not " + UnitRepository.READY;

    private static final String NEAREST_FIRST =
            " order by " + UnitRepository.DISTANCE + " nulls last, unit.position.at desc nulls last, unit.id";

    private static final String NEIGHBOURS =
            """
            select unit.jurisdiction, unit.kind, unit.position.latitude, unit.position.longitude
            from Unit unit
            where not %s and %s and %s and unit.position.at > :seenSince
              and unit.position.latitude between :south and :north
              and unit.position.longitude between :west and :east
              and not exists (select 1 from HelpRequest help
                              where (help.state = ASKED or help.state = GRANTED) and help.until > :now
                                and (help.asking = :jurisdiction or :jurisdiction like help.asking || '-%%')
                                and (unit.jurisdiction = help.asked
                                     or unit.jurisdiction like help.asked || '-%%'))
            order by %s
            """.formatted(UnitRepository.REACHES, UnitRepository.READY, FITS, UnitRepository.DISTANCE);

    /** Further than anybody gets on a road in an hour, in degrees of latitude: 150 km. */
    private static final double REACH = 1.35;

    private final Session session;

    FittingUnitRepository(Session session) {
        this.session = session;
    }

    /** Those that can be sent now, the nearest first, those of unknown place last. */
    List<Unit> ready(UnitSearch search, Instant now, Instant fitSince, int limit) {
        return nearest(READY, search, now, fitSince, limit);
    }

    /** Those that cannot be sent now. */
    UnitFit prevented(UnitSearch search, Instant now, Instant fitSince, int limit) {
        var counts = fitting(
                        session.createSelectionQuery(
                                "select count(*), count(case when unit.status in (ASSIGNED, EN_ROUTE, ON_SCENE) then 1 end) "
                                        + NOT_READY,
                                Object[].class),
                        search,
                        now,
                        fitSince)
                .getSingleResult();
        long count = (Long) counts[0];
        return new UnitFit(
                count, (Long) counts[1], count == 0 ? List.of() : nearest(NOT_READY, search, now, fitSince, limit));
    }

    private List<Unit> nearest(String conditions, UnitSearch search, Instant now, Instant fitSince, int limit) {
        var ids = fitting(
                        session.createSelectionQuery("select unit.id " + conditions + NEAREST_FIRST, UUID.class),
                        search,
                        now,
                        fitSince)
                .setParameter("latitude", search.latitude(), Double.class)
                .setParameter("longitude", search.longitude(), Double.class)
                .setMaxResults(limit)
                .getResultList();
        return session.findMultiple(Unit.class, ids);
    }

    /**
     * Free units of elsewhere that fit, the nearest to the place first, of jurisdictions that nobody has asked for help
     * there.
     *
     * @param seenSince who was seen last before that may be anywhere
     */
    List<NeighbouringUnit> neighbours(
            UnitSearch search,
            double latitude,
            double longitude,
            Instant now,
            Instant fitSince,
            Instant seenSince,
            int limit) {
        double width = REACH / Math.cos(Math.toRadians(latitude));
        return fitting(session.createSelectionQuery(NEIGHBOURS, NeighbouringUnit.class), search, now, fitSince)
                .setParameter("latitude", latitude)
                .setParameter("longitude", longitude)
                .setParameter("south", latitude - REACH)
                .setParameter("north", latitude + REACH)
                .setParameter("west", longitude - width)
                .setParameter("east", longitude + width)
                .setParameter("seenSince", seenSince)
                .setMaxResults(limit)
                .getResultList();
    }

    private static <T> SelectionQuery<T> fitting(
            SelectionQuery<T> query, UnitSearch search, Instant now, Instant fitSince) {
        return query.setParameter("jurisdiction", search.jurisdiction())
                .setParameter("now", now)
                .setParameter("fitSince", fitSince)
                .setParameter("anyKind", search.kinds().isEmpty())
                .setParameterList("kinds", search.kinds())
                .setParameter("skills", search.skills().toArray(String[]::new), String[].class);
    }
}
