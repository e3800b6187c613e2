package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.RoleDataSourceFactory;
import org.eclipse.microprofile.config.Config;

/** Incidents of a territory that no other test has, and its map. */
@ApplicationScoped
public class BlackSpotFixture {

    private final Database database;
    private final BlackSpotQueue queue;
    private final BlackSpotWorker worker;
    private final Config config;

    BlackSpotFixture(Database database, BlackSpotQueue queue, BlackSpotWorker worker, Config config) {
        this.database = database;
        this.queue = queue;
        this.worker = worker;
        this.config = config;
    }

    public static String territory() {
        return "XS-%08X".formatted(ThreadLocalRandom.current().nextInt());
    }

    static Instant endOfDay() {
        var zone = ZoneId.of("Africa/Casablanca");
        return Instant.now()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** Those of the planted city, in a district of the territory. */
    public void plant(String territory) {
        add(territory + "-OLD", PlantedCity.incidents(1, endOfDay()), false);
    }

    /** With ids of their own: territories hold the same incidents. */
    void add(String jurisdiction, List<VerifiedIncident> incidents, boolean withdrawn) {
        try (var connection = RoleDataSourceFactory.owner(config).getConnection();
                var insert = connection.prepareStatement("""
                        insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level, state,
                                              attended, place, latitude, longitude, occurred_at, verdict_confirmed_at,
                                              danger_continues, opened_at, verdict_withdrawn_at, version)
                        values (?, ?, ?, ?, 3, 'STREET_ROBBERY', 1, ?, false, ?, ?, ?, ?, ?, false, ?, ?, 1)
                        """)) {
            connection.createStatement().execute("select set_config('balagh.actor', 'service', false)");
            connection.setAutoCommit(false);
            for (var incident : incidents) {
                var at = Timestamp.from(incident.at());
                insert.setObject(1, IdGenerator.next());
                insert.setObject(2, IdGenerator.next());
                insert.setObject(3, IdGenerator.next());
                insert.setString(4, jurisdiction);
                insert.setString(5, withdrawn ? "CANCELLED" : "OPEN");
                insert.setString(6, incident.place());
                insert.setDouble(7, incident.latitude());
                insert.setDouble(8, incident.longitude());
                insert.setTimestamp(9, at);
                insert.setTimestamp(10, at);
                insert.setTimestamp(11, at);
                insert.setTimestamp(12, withdrawn ? at : null);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Computes the map of a territory as if it were due. */
    public void compute(String territory) {
        worker.work(claim(territory));
    }

    BlackSpotTask claim(String territory) {
        database.execute("""
                update black_spot_run set not_before = (select min(not_before) from black_spot_run) - interval '1 day'
                where territory = ?
                """, territory);
        var task = queue.tasks().claim().orElseThrow();
        if (!task.territory().equals(territory)) {
            throw new AssertionError(task.territory());
        }
        return task;
    }

    /** As if its maps had been computed with other settings. */
    void pretendPermutations(String territory, int permutations) {
        database.execute(
                "update black_spot_map set method = method || jsonb_build_object('permutations', ?) where territory = ?",
                permutations,
                territory);
    }

    List<UUID> maps(String territory) {
        return database.list(
                UUID.class, "select id from black_spot_map where territory = ? order by computed_at", territory);
    }
}
