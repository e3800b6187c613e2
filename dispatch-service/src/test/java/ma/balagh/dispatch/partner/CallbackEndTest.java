package ma.balagh.dispatch.partner;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.partner.PartnerServer.CALLBACKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import ma.balagh.callback.CallbackDeliveryQueue;
import ma.balagh.dispatch.Database;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.RoleDataSourceFactory;
import ma.balagh.platform.test.TestPlatform;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A callback ends while an incident changes that is told there. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CallbackEndTest {

    @Inject
    Config config;

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @Inject
    IncidentCallbackRepository repository;

    @Inject
    CallbackDeliveryQueue queue;

    @Inject
    ServiceWorkRunner serviceWork;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private PartnerServer partner;

    @BeforeEach
    void openTheServer() throws IOException {
        partner = PartnerServer.open("MA-CAS");
    }

    @AfterEach
    void closeTheServer() throws IOException {
        partner.close();
    }

    @Test
    void letsAChangeThatComesMeanwhileHappen() throws SQLException {
        // Given
        var incidentId = incident(kafka);
        var callbackId = UUID.fromString(partner.register("/ends").getString("id"));
        var unitId = unit(callSign());

        // When
        CompletableFuture<UUID> change;
        try (var ending = RoleDataSourceFactory.owner(config).getConnection()) {
            ending.setAutoCommit(false);
            delete(ending, callbackId);
            change = CompletableFuture.supplyAsync(() -> assigned(incidentId, unitId));
            await().until(() -> somebodyWaitsFor(backend(ending)));
            ending.commit();
        }

        // Then
        assertThat(change.join()).isNotNull();
        as(DISPATCHER).get("/api/v1/incidents/" + incidentId).then().body("state", equalTo("ASSIGNED"));
        assertThat(partner.about(incidentId)).isEmpty();
    }

    @Test
    void waitsForAChangeThatIsBeingTold() throws SQLException {
        // Given
        var incidentId = incident(kafka);
        var id = partner.register("/ends").getString("id");

        // When
        var ending = new CompletableFuture<Integer>();
        serviceWork.call(() -> {
            var told = repository.toTell(incidentId);
            assertThat(told).contains(UUID.fromString(id));
            ending.completeAsync(
                    () -> as(partner.account()).delete(CALLBACKS + "/" + id).statusCode());
            var here = backend();
            await().until(() -> somebodyWaitsFor(here));
            queue.add(told, incidentId, "{}", Instant.now());
            return true;
        });

        // Then
        assertThat(ending.join()).isEqualTo(204);
        assertThat(database.one(
                        Long.class,
                        "select count(*) from callback_delivery where callback_id = ?",
                        UUID.fromString(id)))
                .isZero();
    }

    @Test
    void sendsNothingThatItCannotSign() {
        // Given: the worker has the message, and then the callback ends
        var ended = partner.register("/ended").getString("id");
        database.execute("delete from webhook_secret where owner_id = ?", UUID.fromString(ended));
        partner.register("/well");

        // When
        var incidentId = incident(kafka);

        // Then
        await().until(() -> !partner.about(incidentId).isEmpty());
        await().until(() -> database.one(
                        Long.class,
                        "select count(lease_owner) from callback_delivery where callback_id = ?",
                        UUID.fromString(ended))
                == 1);
        assertThat(partner.receiver().messages())
                .allMatch(message -> message.path().equals("/well"));
    }

    private static void delete(Connection connection, UUID callbackId) throws SQLException {
        try (var statement = connection.prepareStatement("delete from callback where id = ?")) {
            statement.setObject(1, callbackId);
            statement.executeUpdate();
        }
    }

    /** The database's process for this transaction. */
    private int backend() throws SQLException {
        try (var connection = pool.getConnection()) {
            return backend(connection);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean somebodyWaitsFor(int backend) {
        return database.one(
                Boolean.class,
                "select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))",
                backend);
    }
}
