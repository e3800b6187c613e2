package ma.balagh.dispatch.blackspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.blackspot.WeekWindow.DayKind;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.RateInterval;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code black_spot_map} and {@code black_spot}. */
@ApplicationScoped
class BlackSpotRepository {

    private final Session session;
    private final ObjectMapper json;

    BlackSpotRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** What makes a black spot the same in another version. */
    record SpotKey(WeekWindow window, String cell) {}

    /** Of the latest map; empty where there is none. */
    String latestInputs(String territory) {
        return ScalarQuery.of(session, """
                        select inputs from black_spot_map where territory = :territory
                        order by computed_at desc, id desc limit 1
                        """, String.class)
                .setParameter("territory", territory)
                .uniqueResultOptional()
                .orElse("");
    }

    /** Since when each black spot of the latest map is one. */
    Map<SpotKey, Instant> sinceOfLatest(String territory) {
        var since = new HashMap<SpotKey, Instant>();
        session.createNativeQuery("""
                        select days, hour, cell, since from black_spot
                        where map_id = (select id from black_spot_map where territory = :territory
                                        order by computed_at desc, id desc limit 1)
                        """, Tuple.class)
                .addScalar("days", String.class)
                .addScalar("hour", Integer.class)
                .addScalar("cell", String.class)
                .addScalar("since", Instant.class)
                .setParameter("territory", territory)
                .getResultList()
                .forEach(row -> since.put(
                        new SpotKey(
                                new WeekWindow(days(row.get("days", String.class)), row.get("hour", Integer.class)),
                                row.get("cell", String.class)),
                        row.get("since", Instant.class)));
        return since;
    }

    void add(UUID id, MapInputs inputs, ComputedMap map, Instant now) {
        var repeats = map.nearRepeat();
        session.createNativeMutationQuery("""
                        insert into black_spot_map (id, territory, as_of, computed_at, inputs, incidents, last_year, cells,
                                                    method, near_repeat, windows)
                        values (:id, :territory, :asOf, :computedAt, :inputs, :incidents, :lastYear, :cells,
                                cast(:method as jsonb), cast(:nearRepeat as jsonb), cast(:windows as jsonb))
                        """)
                .setParameter("id", id)
                .setParameter("territory", inputs.territory())
                .setParameter("asOf", inputs.asOf())
                .setParameter("computedAt", now)
                .setParameter("inputs", inputs.digest())
                .setParameter("incidents", map.incidents())
                .setParameter("lastYear", map.lastYear())
                .setParameter("cells", map.cells())
                .setParameter("method", written(inputs.method()))
                .setParameter(
                        "nearRepeat",
                        repeats == null
                                ? null
                                : written(NearRepeatFigures.of(
                                        repeats,
                                        inputs.method().metres(),
                                        inputs.method().days())),
                        String.class)
                .setParameter(
                        "windows",
                        written(map.windows().stream().map(WindowFigures::of).toList()))
                .executeUpdate();
    }

    void add(UUID mapId, WeekWindow window, int rank, String cell, FoundSpot spot, Instant since) {
        var days = window.days();
        session.createNativeMutationQuery("""
                        insert into black_spot (id, map_id, jurisdiction, days, hour, rank, cell, place, incidents,
                                                gi_star, p_greater, p_lesser, q_value, q_alone, rate, rate_from, rate_to,
                                                trend, pai, density, cluster, since, evidence)
                        values (:id, :mapId, :jurisdiction, :days, :hour, :rank, :cell, :place, :incidents,
                                :giStar, :pGreater, :pLesser, :qValue, :qAlone, :rate, :rateFrom, :rateTo,
                                :trend, :pai, :density, :cluster, :since, cast(:evidence as uuid[]))
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("mapId", mapId)
                .setParameter("jurisdiction", spot.jurisdiction())
                .setParameter("days", days == null ? null : days.name(), String.class)
                .setParameter("hour", window.hour(), Integer.class)
                .setParameter("rank", rank)
                .setParameter("cell", cell)
                .setParameter("place", spot.place(), String.class)
                .setParameter("incidents", spot.incidents())
                .setParameter("giStar", spot.statistic().giStar())
                .setParameter("pGreater", spot.statistic().pGreater())
                .setParameter("pLesser", spot.statistic().pLesser())
                .setParameter("qValue", spot.qValue())
                .setParameter("qAlone", spot.qAlone())
                .setParameter("rate", spot.interval().rate())
                .setParameter("rateFrom", spot.interval().from())
                .setParameter("rateTo", spot.interval().to())
                .setParameter("trend", spot.trend().name())
                .setParameter("pai", spot.pai())
                .setParameter("density", spot.density())
                .setParameter("cluster", spot.cluster(), Integer.class)
                .setParameter("since", since)
                .setParameter("evidence", spot.evidence().toArray(UUID[]::new))
                .executeUpdate();
    }

    void eraseBefore(Instant moment) {
        session.createNativeMutationQuery("delete from black_spot_map where computed_at < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    /** Of each territory the map that was the latest at that moment. */
    List<BlackSpotMap> maps(Instant at, @Nullable String jurisdiction) {
        return session
                .createNativeQuery("""
                        select distinct on (territory) id, territory, as_of, computed_at, incidents, last_year, cells,
                               cast(method as text) as method, cast(near_repeat as text) as near_repeat, cast(windows as text) as windows
                        from black_spot_map
                        where computed_at <= :at
                          and (cast(:jurisdiction as text) is null
                               or territory = :jurisdiction or territory like :jurisdiction || '-%'
                               or :jurisdiction like territory || '-%')
                        order by territory, computed_at desc, id desc
                        """, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("territory", String.class)
                .addScalar("as_of", Instant.class)
                .addScalar("computed_at", Instant.class)
                .addScalar("incidents", Integer.class)
                .addScalar("last_year", Integer.class)
                .addScalar("cells", Integer.class)
                .addScalar("method", String.class)
                .addScalar("near_repeat", String.class)
                .addScalar("windows", String.class)
                .setParameter("at", at)
                .setParameter("jurisdiction", jurisdiction, String.class)
                .getResultList()
                .stream()
                .map(this::map)
                .toList();
    }

    /** The most expected first. */
    List<KeptBlackSpot> spots(Collection<UUID> maps, WeekWindow window, @Nullable String jurisdiction, int most) {
        if (maps.isEmpty()) {
            return List.of();
        }
        var days = window.days();
        return session
                .createNativeQuery("""
                        select id, map_id, jurisdiction, rank, cell, place, incidents, gi_star, p_greater, p_lesser, q_value, q_alone,
                               rate, rate_from, rate_to, trend, pai, density, cluster, since, evidence
                        from black_spot
                        where map_id in (:maps)
                          and days is not distinct from cast(:days as text)
                          and hour is not distinct from cast(:hour as integer)
                          and (cast(:jurisdiction as text) is null
                               or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        order by rank, map_id
                        limit :most
                        """, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("map_id", UUID.class)
                .addScalar("jurisdiction", String.class)
                .addScalar("rank", Integer.class)
                .addScalar("cell", String.class)
                .addScalar("place", String.class)
                .addScalar("incidents", Integer.class)
                .addScalar("gi_star", Double.class)
                .addScalar("p_greater", Double.class)
                .addScalar("p_lesser", Double.class)
                .addScalar("q_value", Double.class)
                .addScalar("q_alone", Double.class)
                .addScalar("rate", Double.class)
                .addScalar("rate_from", Double.class)
                .addScalar("rate_to", Double.class)
                .addScalar("trend", String.class)
                .addScalar("pai", Double.class)
                .addScalar("density", Double.class)
                .addScalar("cluster", Integer.class)
                .addScalar("since", Instant.class)
                .addScalar("evidence", UUID[].class)
                .setParameterList("maps", maps)
                .setParameter("days", days == null ? null : days.name(), String.class)
                .setParameter("hour", window.hour(), Integer.class)
                .setParameter("jurisdiction", jurisdiction, String.class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(BlackSpotRepository::spot)
                .toList();
    }

    private BlackSpotMap map(Tuple row) {
        return new BlackSpotMap(
                row.get("id", UUID.class),
                row.get("territory", String.class),
                row.get("as_of", Instant.class),
                row.get("computed_at", Instant.class),
                row.get("incidents", Integer.class),
                row.get("last_year", Integer.class),
                row.get("cells", Integer.class),
                method(row.get("method", String.class)),
                nearRepeat(row.get("near_repeat", String.class)),
                windows(row.get("windows", String.class)));
    }

    private static KeptBlackSpot spot(Tuple row) {
        return new KeptBlackSpot(
                row.get("id", UUID.class),
                row.get("map_id", UUID.class),
                row.get("jurisdiction", String.class),
                row.get("rank", Integer.class),
                row.get("cell", String.class),
                row.get("place", String.class),
                row.get("incidents", Integer.class),
                new LocalStatistic(
                        row.get("gi_star", Double.class),
                        row.get("p_greater", Double.class),
                        row.get("p_lesser", Double.class)),
                row.get("q_value", Double.class),
                row.get("q_alone", Double.class),
                new RateInterval(
                        row.get("rate", Double.class),
                        row.get("rate_from", Double.class),
                        row.get("rate_to", Double.class)),
                SpotTrend.valueOf(row.get("trend", String.class)),
                row.get("pai", Double.class),
                row.get("density", Double.class),
                row.get("cluster", Integer.class),
                row.get("since", Instant.class),
                List.of(row.get("evidence", UUID[].class)));
    }

    private static @Nullable DayKind days(@Nullable String name) {
        return name == null ? null : DayKind.valueOf(name);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures can be written", e);
        }
    }

    private @Nullable MethodFigures method(@Nullable String text) {
        return text == null ? null : read(text, MethodFigures.class);
    }

    private @Nullable NearRepeatFigures nearRepeat(@Nullable String text) {
        return text == null ? null : read(text, NearRepeatFigures.class);
    }

    private List<WindowFigures> windows(String text) {
        return List.of(read(text, WindowFigures[].class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures can be read", e);
        }
    }
}
