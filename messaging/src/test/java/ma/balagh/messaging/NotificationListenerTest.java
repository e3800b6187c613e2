package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.messaging.NotificationListener.Listener;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

class NotificationListenerTest {

    private static final String NAME = "bell-listener";

    @Test
    void wakesAtEachCommitAlsoAfterItsConnectionWasCut() throws Exception {
        try (var platform = TestPlatform.startFor("analysis")) {
            // Given
            var rings = new AtomicInteger();
            var dedicated = ListeningConnection.dedicated(
                    platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword(), NAME);
            try (var listener = new Listener(dedicated, "bell", rings::incrementAndGet, TestConfig.impatient())) {
                await().untilAsserted(() -> assertThat(rings).hasValue(1));

                // When
                execute(platform, "notify bell");

                // Then
                await().untilAsserted(() -> assertThat(rings).hasValue(2));

                // When
                execute(
                        platform,
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + NAME
                                + "'");

                // Then: once for what it may have missed, and again for each
                await().untilAsserted(() -> assertThat(rings).hasValue(3));
                execute(platform, "notify bell");
                await().untilAsserted(() -> assertThat(rings).hasValue(4));
            }
            await().until(() -> connections(platform) == 0);
        }
    }

    private static void execute(TestPlatform platform, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int connections(TestPlatform platform) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
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
