package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.messaging.NotificationListener.Listener;
import ma.balagh.platform.test.TestPostgres;
import org.junit.jupiter.api.Test;

class NotificationListenerTest {

    private static final String NAME = "bell-listener";

    @Test
    void wakesAtEachCommitAlsoAfterItsConnectionWasCut() throws Exception {
        try (var postgres = TestPostgres.startFor("analysis")) {
            // Given
            var rings = new AtomicInteger();
            var dedicated =
                    ListeningConnection.dedicated(postgres.jdbcUrl(), postgres.user(), postgres.password(), NAME);
            try (var listener = new Listener(dedicated, "bell", rings::incrementAndGet, TestConfig.impatient())) {
                await().untilAsserted(() -> assertThat(rings).hasValue(1));

                // When
                execute(postgres, "notify bell");

                // Then
                await().untilAsserted(() -> assertThat(rings).hasValue(2));

                // When
                execute(
                        postgres,
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + NAME
                                + "'");

                // Then: once for what it may have missed, and again for each
                await().untilAsserted(() -> assertThat(rings).hasValue(3));
                execute(postgres, "notify bell");
                await().untilAsserted(() -> assertThat(rings).hasValue(4));
            }
            await().until(() -> connections(postgres) == 0);
        }
    }

    private static void execute(TestPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int connections(TestPostgres postgres) throws SQLException {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where application_name = ?")) {
            query.setString(1, NAME);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
