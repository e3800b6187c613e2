package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRepository.Readiness;
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

    private static final String NEAREST_FIRST = " order by case when unit.position.at > :seenSince then 0 else 1 end, "
            + UnitRepository.DISTANCE + " nulls last, unit.position.at desc nulls last, unit.id";

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

    /** Those that can be sent now, the nearest first, those last that are not known to be anywhere. */
    List<Unit> ready(UnitSearch search, Readiness wanted, int limit) {
        return nearest(READY, search, wanted, limit);
    }

    /** Those that cannot be sent now. */
    UnitFit prevented(UnitSearch search, Readiness wanted, int limit) {
        var counts = fitting(
                        session.createSelectionQuery(
                                "select count(*), count(case when unit.status in (ASSIGNED, EN_ROUTE, ON_SCENE) then 1 end) "
                                        + NOT_READY,
                                Object[].class),
                        search,
                        wanted)
                .getSingleResult();
        long count = (Long) counts[0];
        return new UnitFit(count, (Long) counts[1], count == 0 ? List.of() : nearest(NOT_READY, search, wanted, limit));
    }

    private List<Unit> nearest(String conditions, UnitSearch search, Readiness wanted, int limit) {
        var ids = fitting(
                        session.createSelectionQuery("select unit.id " + conditions + NEAREST_FIRST, UUID.class),
                        search,
                        wanted)
                .setParameter("seenSince", wanted.seenSince())
                .setParameter("latitude", search.latitude(), Double.class)
                .setParameter("longitude", search.longitude(), Double.class)
                .setMaxResults(limit)
                .getResultList();
        return session.findMultiple(Unit.class, ids);
    }

    /**
     * Free units of elsewhere that fit, the nearest to the place first, of jurisdictions that nobody has asked for help
     * there.
     */
    List<NeighbouringUnit> neighbours(
            UnitSearch search, Readiness wanted, double latitude, double longitude, int limit) {
        double width = REACH / Math.cos(Math.toRadians(latitude));
        return fitting(session.createSelectionQuery(NEIGHBOURS, NeighbouringUnit.class), search, wanted)
                .setParameter("latitude", latitude)
                .setParameter("longitude", longitude)
                .setParameter("south", latitude - REACH)
                .setParameter("north", latitude + REACH)
                .setParameter("west", longitude - width)
                .setParameter("east", longitude + width)
                .setParameter("seenSince", wanted.seenSince())
                .setMaxResults(limit)
                .getResultList();
    }

    private static <T> SelectionQuery<T> fitting(SelectionQuery<T> query, UnitSearch search, Readiness wanted) {
        return query.setParameter("jurisdiction", wanted.jurisdiction())
                .setParameter("now", wanted.now())
                .setParameter("fitSince", wanted.fitSince())
                .setParameter("anyKind", search.kinds().isEmpty())
                .setParameterList("kinds", search.kinds())
                .setParameter("skills", search.skills().toArray(String[]::new), String[].class);
    }
}
