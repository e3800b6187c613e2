package ma.balagh.dispatch.unit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads all units that can be sent, as values: to load thousands of entities takes several times as long. */
@ApplicationScoped
class ReadyUnitRepository {

    /** Whom a granted request for help lends. */
    private static final String LENT = """
                  help.state = GRANTED and help.until > :now
                  and (help.unitId = unit.id
                       or help.unitId is null
                          and (unit.jurisdiction = help.asked or unit.jurisdiction like help.asked || '-%'))
            """;

    private static final String READY = """
            select unit.id, unit.callSign, unit.kind, unit.jurisdiction, unit.skills,
                   unit.position.latitude, unit.position.longitude, unit.position.at
            from Unit unit
            where %s and unit.position.at > :seenSince
              and (:jurisdiction is null
                   or unit.jurisdiction = :jurisdiction
                   or :jurisdiction like unit.jurisdiction || '-%%'
                   or unit.jurisdiction like :jurisdiction || '-%%'
                   or exists (select 1 from HelpRequest help
                              where (help.asking = :jurisdiction
                                     or :jurisdiction like help.asking || '-%%'
                                     or help.asking like :jurisdiction || '-%%')
                                and %s))
            order by unit.callSign, unit.id
            """.formatted(UnitRepository.READY, LENT);

    private final Session session;

    ReadyUnitRepository(Session session) {
        this.session = session;
    }

    /**
     * By their call signs.
     *
     * @param jurisdiction those whose territory covers that one or lies in it, and those that help out there; null for all
     *     that the caller sees
     */
    List<ReadyUnit> list(@Nullable String jurisdiction, Instant now, Instant fitSince, Instant seenSince, int limit) {
        return session.createSelectionQuery(READY, ReadyUnit.class)
                .setParameter("jurisdiction", jurisdiction, String.class)
                .setParameter("now", now)
                .setParameter("fitSince", fitSince)
                .setParameter("seenSince", seenSince)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The territories in which units help out, by unit. */
    Map<UUID, List<String>> helping(Instant now) {
        return session
                .createSelectionQuery(
                        "select unit.id, help.asking from HelpRequest help, Unit unit where " + LENT, Object[].class)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (String) row[1], toList())));
    }
}
