package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import ma.balagh.dispatch.runcard.IncidentType;
import org.hibernate.Session;

/** Reads what happened around places: of the table {@code incident}, what the view {@code verified_incident} holds. */
@ApplicationScoped
class SpotHistoryRepository {

    private final Session session;

    SpotHistoryRepository(Session session) {
        this.session = session;
    }

    /** A cell, and degrees between which it lies. */
    record CellBounds(String cell, double south, double north, double west, double east) {}

    /** An incident between the bounds of a cell, which it may still be outside of. */
    record PlacedIncident(String cell, double latitude, double longitude, SpotIncident incident) {}

    /** Of each dossier the last incident; those whose verdict stands. */
    List<PlacedIncident> incidents(List<CellBounds> bounds, Instant since) {
        return session
                .createNativeQuery("""
                        select distinct on (box.cell, incident.dossier_id)
                               box.cell, incident.latitude, incident.longitude, incident.type,
                               coalesce(incident.occurred_at, incident.verdict_confirmed_at) as at,
                               incident.occurred_at is not null as timed
                        from unnest(cast(:cells as text[]), cast(:south as double precision[]),
                                    cast(:north as double precision[]), cast(:west as double precision[]),
                                    cast(:east as double precision[])) as box (cell, south, north, west, east)
                        join incident on incident.latitude between box.south and box.north
                                     and incident.longitude between box.west and box.east
                        where incident.verdict_withdrawn_at is null
                          and coalesce(incident.occurred_at, incident.verdict_confirmed_at) >= :since
                        order by box.cell, incident.dossier_id, incident.id desc
                        """, Tuple.class)
                .addScalar("cell", String.class)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .addScalar("type", String.class)
                .addScalar("at", Instant.class)
                .addScalar("timed", Boolean.class)
                .setParameter("cells", bounds.stream().map(CellBounds::cell).toArray(String[]::new), String[].class)
                .setParameter("south", degrees(bounds, CellBounds::south), Double[].class)
                .setParameter("north", degrees(bounds, CellBounds::north), Double[].class)
                .setParameter("west", degrees(bounds, CellBounds::west), Double[].class)
                .setParameter("east", degrees(bounds, CellBounds::east), Double[].class)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> new PlacedIncident(
                        row.get("cell", String.class),
                        row.get("latitude", Double.class),
                        row.get("longitude", Double.class),
                        new SpotIncident(
                                IncidentType.valueOf(row.get("type", String.class)),
                                row.get("at", Instant.class),
                                row.get("timed", Boolean.class))))
                .toList();
    }

    /** When the first incident was opened, of those that the caller sees. */
    Optional<Instant> knownSince() {
        return Optional.ofNullable(session.createNativeQuery("select min(opened_at) as at from incident", Instant.class)
                .addScalar("at", Instant.class)
                .getSingleResult());
    }

    private static Double[] degrees(List<CellBounds> bounds, ToDoubleFunction<CellBounds> side) {
        return bounds.stream().mapToDouble(side).boxed().toArray(Double[]::new);
    }
}
