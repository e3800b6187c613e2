package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import ma.balagh.fault.Release.Replica;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One release of intake follows another over a schema that grows first and shrinks a release later, while reports come in:
 * no request fails, and what was acknowledged is there once.
 */
@ExtendWith(SuiteUnderTest.class)
@DisabledIfSystemProperty(
        named = SuiteUnderTest.FLAVOUR,
        matches = "native",
        disabledReason = "It has packages of its own.")
@Tag("long")
final class RolloutIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Until whoever sends requests has heard that they go elsewhere; then, as preStop has it, SIGTERM. */
    private static final long HEARD_AFTER_MILLIS = 300;

    private static final long SIGNALLED_AFTER_MILLIS = 700;

    /** 128 and the number of SIGTERM: what a JVM that ended in good order says. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final int MORE = 4;

    private static final String EXPAND = "V209912310001__know_who_weighed_reports.sql";
    private static final String EXPANDING = """
            set local lock_timeout = '2s';
            alter table report add column weighed boolean not null default false;
            create index report_unweighed_idx on report (received_at, id) include (weighed);
            """;

    /** The index of before, whose place the new one takes. */
    private static final String CONTRACT = "V209912310002__drop_index_of_report.sql";

    private static final String CONTRACTING = """
            set local lock_timeout = '2s';
            drop index report_received_at_idx;
            """;

    private static final String UNDOING = """
            delete from flyway_schema_history where version like '20991231%';
            create index if not exists report_received_at_idx on report (received_at, id);
            drop index if exists report_unweighed_idx;
            alter table report drop column if exists weighed;
            """;

    @AfterEach
    void leaveTheSuiteAsItWas(Running suite) throws SQLException {
        try (var intake = connection(suite, "intake");
                var statement = intake.createStatement()) {
            statement.execute(UNDOING);
        }
        suite.up();
    }

    @Test
    void losesNothingWhileOneReleaseFollowsAnother(Running suite) throws Exception {
        // Given
        var workplace = suite.suite().workplace();
        var today = Release.current(workplace, suite.scratch());
        var next = Release.next(workplace, suite.scratch()).withMigration(EXPAND, EXPANDING);
        var afterNext = new Release(workplace, next.program(), suite.scratch())
                .withMigration(EXPAND, EXPANDING)
                .withMigration(CONTRACT, CONTRACTING);
        var deadLetters = deadLetters(suite);
        suite.kill("intake");
        var callers = new Callers(suite);
        try (var entrance = Entrance.open(workplace.ports().intake());
                var old = today.serve()) {
            entrance.admit(old.port());
            try (callers) {
                callers.begin();

                // When
                assertThat(next.serveInVain())
                        .as("it comes before its migrations")
                        .isPositive();
                assertThat(next.migrate()).isZero();
                noteOtherGrants(suite);
                try (var oldOnTheNewSchema = today.serve();
                        var young = next.serve()) {
                    entrance.admit(oldOnTheNewSchema.port());
                    entrance.admit(young.port());
                    awaitTurns(entrance, old, oldOnTheNewSchema, young);
                    retire(old, entrance);
                    retire(oldOnTheNewSchema, entrance);
                    assertThat(afterNext.migrate()).isZero();
                    awaitMoreReports(callers);
                    callers.end();
                    assertThat(callers.failures()).isEmpty();
                    awaitDossiers(suite, callers.filed());
                }
            }
        }

        // Then
        System.out.printf(
                "%d requests, %d reports%n", callers.answered(), callers.filed().size());
        try (var intake = connection(suite, "intake")) {
            assertThat(count(intake, "select count(*) from report where title like ?", callers.title() + " %"))
                    .isEqualTo(callers.filed().size());
            assertThat(count(intake, "select count(*) from report where title = ?", callers.title()))
                    .isOne();
            assertThat(count(intake, "select count(*) from outbox where ? is not null", ""))
                    .isZero();
        }
        assertThat(deadLetters(suite)).isEqualTo(deadLetters);
    }

    /** As if the next release granted something else than the one before it. */
    private static void noteOtherGrants(Running suite) throws SQLException {
        try (var intake = connection(suite, "intake");
                var statement = intake.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update flyway_schema_history set checksum = checksum + 1 where description = 'grants'"))
                    .isOne();
        }
    }

    /** Until each replica was given new connections. */
    private static void awaitTurns(Entrance entrance, Replica... replicas) {
        for (var replica : replicas) {
            var before = entrance.connections(replica.port());
            AnswerPoller.until(
                    "a replica is connected to",
                    PATIENCE,
                    () -> entrance.connections(replica.port()),
                    now -> now > before);
        }
    }

    /** As Kubernetes ends a pod: callers hear of it by and by, and it is told when preStop is through. */
    private static void retire(Replica replica, Entrance entrance) throws InterruptedException {
        Thread.sleep(HEARD_AFTER_MILLIS);
        entrance.dismiss(replica.port());
        Thread.sleep(SIGNALLED_AFTER_MILLIS);
        assertThat(replica.end()).isEqualTo(ENDED_BY_SIGTERM);
    }

    private static void awaitMoreReports(Callers callers) {
        var before = callers.filed().size();
        AnswerPoller.until(
                "more is filed, or something failed",
                PATIENCE,
                () -> callers.filed().size() + (callers.failures().isEmpty() ? 0 : MORE),
                size -> size >= before + MORE);
    }

    /** Until each report stands in a dossier; never in two. */
    private static void awaitDossiers(Running suite, List<String> reports) throws SQLException {
        try (var analysis = connection(suite, "analysis")) {
            var all = "{" + String.join(",", reports) + "}";
            AnswerPoller.until(
                    "every report stands in a dossier",
                    PATIENCE,
                    () -> count(
                            analysis,
                            "select count(distinct report_id) from dossier_report where report_id = any(?::uuid[])",
                            all),
                    placed -> placed == reports.size());
            assertThat(count(analysis, "select count(*) from dossier_report where report_id = any(?::uuid[])", all))
                    .isEqualTo(reports.size());
        }
    }

    private static long count(Connection database, String query, String parameter) {
        try (var statement = database.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the database, who sees each row that the service sees. */
    private static Connection connection(Running suite, String database) throws SQLException {
        var owner = DatabaseProvisioner.owner(database);
        var properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", DatabaseProvisioner.password(owner));
        properties.setProperty("options", "-c balagh.actor=service");
        return DriverManager.getConnection(suite.suite().workplace().ports().jdbcUrl(database), properties);
    }

    /** How many records there ever were in the dead-letter topics. */
    private static long deadLetters(Running suite) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.suite().workplace().ports().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith(".dlq"))
                    .toList();
            var ends = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
