package ma.balagh.dispatch.position;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.dispatch.unit.Position;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code unit_position}: where each unit was last seen. */
@ApplicationScoped
class PositionRepository {

    private final Session session;

    PositionRepository(Session session) {
        this.session = session;
    }

    /** Those of the units that there are. */
    Map<UUID, KnownUnit> find(Collection<UUID> unitIds) {
        return session
                .createNativeQuery("""
                        select unit.id, unit.jurisdiction, unit.call_sign,
                               (select string_agg(namesake.jurisdiction, ',')
                                from unit namesake where namesake.call_sign = unit.call_sign) as namesakes,
                               seen.latitude, seen.longitude, seen.position_at,
                               seen.tracked_latitude, seen.tracked_longitude, seen.tracked_at
                        from unit left join unit_position seen on seen.unit_id = unit.id
                        where unit.id = any(cast(:ids as uuid[]))
                        """, Tuple.class)
                .setParameter("ids", unitIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), PositionRepository::knownUnit));
    }

    private static KnownUnit knownUnit(Tuple row) {
        return new KnownUnit(
                row.get("jurisdiction", String.class),
                row.get("call_sign", String.class),
                List.of(row.get("namesakes", String.class).split(",")),
                position(row, "latitude", "longitude", "position_at"),
                position(row, "tracked_latitude", "tracked_longitude", "tracked_at"));
    }

    private static @Nullable Position position(Tuple row, String latitude, String longitude, String at) {
        Double north = row.get(latitude, Double.class);
        return north == null ? null : new Position(north, row.get(longitude, Double.class), row.get(at, Instant.class));
    }

    /** A newer position that another replica has written meanwhile stays. In the order of ids, so that no two wait for each other. */
    void save(Map<UUID, KnownUnit> moved) {
        var units = List.copyOf(moved.entrySet());
        session.createNativeMutationQuery("""
                        insert into unit_position (unit_id, jurisdiction, latitude, longitude, position_at,
                                                   heading, speed, accuracy,
                                                   tracked_latitude, tracked_longitude, tracked_at)
                        select unit.id, unit.jurisdiction, told.latitude, told.longitude, told.position_at,
                               told.heading, told.speed, told.accuracy,
                               told.tracked_latitude, told.tracked_longitude, told.tracked_at
                        from unnest(cast(:ids as uuid[]),
                                    cast(:latitudes as double precision[]), cast(:longitudes as double precision[]),
                                    cast(:times as timestamptz[]), cast(:headings as double precision[]),
                                    cast(:speeds as double precision[]), cast(:accuracies as double precision[]),
                                    cast(:trackedLatitudes as double precision[]),
                                    cast(:trackedLongitudes as double precision[]),
                                    cast(:trackedTimes as timestamptz[]))
                             as told (id, latitude, longitude, position_at, heading, speed, accuracy,
                                      tracked_latitude, tracked_longitude, tracked_at)
                        join unit on unit.id = told.id
                        order by unit.id
                        on conflict (unit_id) do update
                        set latitude = excluded.latitude, longitude = excluded.longitude,
                            position_at = excluded.position_at, heading = excluded.heading, speed = excluded.speed,
                            accuracy = excluded.accuracy, tracked_latitude = excluded.tracked_latitude,
                            tracked_longitude = excluded.tracked_longitude, tracked_at = excluded.tracked_at
                        where unit_position.position_at < excluded.position_at
                        """)
                .setParameter("ids", texts(units, Map.Entry::getKey))
                .setParameter("latitudes", texts(units, unit -> last(unit).latitude()))
                .setParameter("longitudes", texts(units, unit -> last(unit).longitude()))
                .setParameter("times", texts(units, unit -> last(unit).at()))
                .setParameter("headings", texts(units, unit -> last(unit).heading()))
                .setParameter("speeds", texts(units, unit -> last(unit).speed()))
                .setParameter("accuracies", texts(units, unit -> last(unit).accuracy()))
                .setParameter(
                        "trackedLatitudes", texts(units, unit -> tracked(unit).latitude()))
                .setParameter(
                        "trackedLongitudes", texts(units, unit -> tracked(unit).longitude()))
                .setParameter("trackedTimes", texts(units, unit -> tracked(unit).at()))
                .executeUpdate();
    }

    private static Position last(Map.Entry<UUID, KnownUnit> unit) {
        return requireNonNull(unit.getValue().last());
    }

    private static Position tracked(Map.Entry<UUID, KnownUnit> unit) {
        return requireNonNull(unit.getValue().tracked());
    }

    /** Arrays of texts are certain to exist in a native executable; Hibernate makes them by reflection. */
    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    /** @return how many were erased */
    int eraseBefore(Instant oldest) {
        return session.createNativeMutationQuery("delete from unit_position where position_at < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate();
    }
}
