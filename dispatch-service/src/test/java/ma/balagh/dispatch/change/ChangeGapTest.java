package ma.balagh.dispatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.RoleDataSourceFactory;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transactions that end in another order than they began, and followers that come and go, miss nothing. */
@Tag("long")
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ChangeGapTest {

    private static final long SEED = 20_261_129;
    private static final int EVENTS = 10_000;
    private static final int WRITERS = 20;
    private static final int FOLLOWERS = 3;

    /** Of this test alone, so that nobody else's changes come between. */
    private static final String TERRITORY = "XG";

    private static final TestTokens PERSON =
            TestTokens.of("gapless", Roles.DISPATCHER).withJurisdictions(TERRITORY);

    @Inject
    Config config;

    @Test
    void missesNothingOfTenThousandChanges() throws Exception {
        // Given
        var written = new ConcurrentLinkedQueue<UUID>();
        var start = startOfStream();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            var followers = new ArrayList<Future<List<UUID>>>();
            for (int i = 0; i < FOLLOWERS; i++) {
                var random = new Random(SEED + i);
                followers.add(threads.submit(() -> follow(start, random)));
            }
            for (Future<?> writer : writers(threads, written)) {
                writer.get();
            }

            // Then
            assertThat(written).hasSize(EVENTS);
            for (var follower : followers) {
                assertThat(follower.get(60, TimeUnit.SECONDS)).containsExactlyInAnyOrderElementsOf(written);
            }
        }
    }

    private List<Future<?>> writers(ExecutorService threads, ConcurrentLinkedQueue<UUID> written) {
        var owner = RoleDataSourceFactory.owner(config);
        var writers = new ArrayList<Future<?>>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(SEED + 100 + i);
            Callable<Boolean> writer = () -> write(owner, random, written);
            writers.add(threads.submit(writer));
        }
        return writers;
    }

    /** Every tenth transaction is rolled back, and one of a hundred stays open for long. */
    private static boolean write(DataSource owner, Random random, ConcurrentLinkedQueue<UUID> written)
            throws SQLException, InterruptedException {
        try (var connection = owner.getConnection();
                var settings = connection.createStatement()) {
            // The order in which transactions end is what matters here, not the disk.
            settings.execute("set synchronous_commit = off");
            connection.setAutoCommit(false);
            for (int done = 0; done < EVENTS / WRITERS; ) {
                var id = IdGenerator.next();
                insert(connection, id);
                Thread.sleep(random.nextInt(100) == 0 ? 400 : random.nextInt(8));
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    written.add(id);
                    done++;
                }
            }
        }
        return true;
    }

    private static void insert(Connection connection, UUID id) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into desk_change (jurisdiction, incident_id) values (?, ?)")) {
            insert.setString(1, TERRITORY);
            insert.setObject(2, id);
            insert.executeUpdate();
        }
    }

    /** Reads some events, goes away in the middle of others and comes back with the id of the last one. */
    private static List<UUID> follow(String start, Random random) throws Exception {
        var seen = new ArrayList<UUID>();
        var position = start;
        while (seen.size() < EVENTS) {
            try (var follower = EventFollower.of(PERSON, position)) {
                for (int stay = 1 + random.nextInt(900); stay > 0 && seen.size() < EVENTS; stay--) {
                    var told = follower.next();
                    assertThat(told.name()).isEqualTo("change");
                    seen.addAll(told.ids("incidents"));
                    position = told.id();
                }
            }
        }
        return seen;
    }

    private static String startOfStream() throws Exception {
        try (var follower = EventFollower.of(PERSON, null)) {
            return follower.lastId();
        }
    }
}
