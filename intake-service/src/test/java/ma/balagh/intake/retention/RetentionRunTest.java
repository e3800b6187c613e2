package ma.balagh.intake.retention;

import static java.util.stream.Collectors.toList;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.RoleDataSourceFactory;
import ma.balagh.platform.test.TestTokens;
import ma.balagh.taskqueue.LeaseLostException;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs, as work that replicas share. */
@QuarkusTest
@Timeout(120)
final class RetentionRunTest {

    private static final TestTokens RABAT_COMMANDER =
            TestTokens.of("rabat-commander", Roles.COMMANDER).withJurisdictions("MA-RAB");

    private static final String ORDER = """
            {"by": "retention", "readers": {"everything": true, "filedBy": null, "jurisdictions": [], "forwarded": true},
             "kinds": ["FALSE_REPORT"], "purpose": "kept for as long as it may be", "compartment": false}
            """;

    @Inject
    RetentionService retention;

    @Inject
    RetentionWorker worker;

    @Inject
    Database database;

    @Inject
    Config config;

    @Test
    void erasesWhatAReplicaLeftThatDied() {
        // Given
        UUID report = falseReport();
        UUID run = IdGenerator.next();
        // When: its lease has ended
        database.execute("""
                insert into retention_run (id, started_at, started_by, state, run_order, lease_owner, lease_until)
                values (?, now(), 'retention', 'RUNNING', cast(? as jsonb), gen_random_uuid(), now() - interval '1 second')
                """, run, ORDER);
        // Then
        await().until(() ->
                database.one(Boolean.class, "select ended_at is not null from retention_run where id = ?", run));
        assertThat(database.one(Long.class, "select cast(lost_leases as bigint) from retention_run where id = ?", run))
                .isOne();
        assertThat(deletions(report)).containsExactly(run);
    }

    @Test
    void erasesNothingWithoutALease() {
        // Given: another replica has the run by now
        UUID report = falseReport();
        UUID run = IdGenerator.next();
        database.execute("""
                insert into retention_run (id, started_at, started_by, state, run_order, lease_owner, lease_until)
                values (?, now(), 'retention', 'RUNNING', cast(? as jsonb), gen_random_uuid(), now() + interval '1 hour')
                """, run, ORDER);
        var lost = new RetentionTask(run, UUID.randomUUID(), 0, RetentionRunRequest.BY_ITSELF, Instant.now());
        // Then
        assertThatThrownBy(() -> worker.work(lost)).isInstanceOf(LeaseLostException.class);
        assertThat(deletions(report)).isEmpty();
        as(OFFICER).get("/api/v1/reports/" + report).then().body("text", equalTo("words"));
        database.execute(
                "update retention_run set state = 'ENDED', lease_owner = null, lease_until = null where id = ?", run);
    }

    @Test
    void erasesNothingTwice() throws Exception {
        // Given
        List<UUID> reports = IntStream.range(0, 20).mapToObj(_ -> falseReport()).collect(toList());
        var together = new CyclicBarrier(2);
        Callable<Integer> running = () -> {
            together.await();
            return as(COMMANDER).post("/api/v1/retention/runs").statusCode();
        };
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(running, running)))
                    .allSatisfy(answer -> assertThat(answer.resultNow()).isEqualTo(201));
        }
        // Then
        assertThat(reports).allSatisfy(report -> assertThat(deletions(report)).hasSize(1));
    }

    @Test
    void keepsAReportWhoseVerdictIsWithdrawnMeanwhile() throws Exception {
        // Given: the run has found it when its answer is taken back
        UUID report = falseReport("""
                {"channel": "SOCIAL", "text": "words", "jurisdiction": "MA-CAS", "reporter": {"name": "Somebody"}}
                """);
        try (var owner = RoleDataSourceFactory.owner(config).getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            try (var withdrawal = owner.prepareStatement("""
                    update report set status = 'UNDER_EXAMINATION', answer_kind = null, answered_at = null where id = ?
                    """)) {
                withdrawal.setObject(1, report);
                withdrawal.executeUpdate();
            }
            var running = threads.submit(
                    () -> as(COMMANDER).post("/api/v1/retention/runs").statusCode());
            await().until(
                            () -> database.one(
                                    Boolean.class,
                                    "select exists (select from pg_locks where not granted and locktype in ('transactionid', 'tuple'))"));
            // When
            owner.commit();
            // Then
            assertThat(running.get()).isEqualTo(201);
        }
        assertThat(deletions(report)).isEmpty();
        as(OFFICER).get("/api/v1/reports/" + report).then().body("text", equalTo("words"));
        assertThat(database.list(UUID.class, "select report_id from reporter_identity where report_id = ?", report))
                .hasSize(1);
    }

    @Test
    void runsOnceForEachTimeOfTheSchedule() {
        // Given
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.DAYS);
        // When: two replicas
        retention.orderByItself(time);
        retention.orderByItself(time);
        // Then
        await().until(() -> database.list(
                        Boolean.class,
                        "select ended_at is not null from retention_run where scheduled_for = cast(? as timestamptz)",
                        time.toString())
                .equals(List.of(true)));
    }

    @Test
    void countsForEachReaderWhatTheReaderSees() {
        // Given: the second was forwarded
        falseReport();
        database.execute("update report set forwarded = true where id = ?", falseReport());
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(2, ChronoUnit.DAYS);
        // When
        retention.orderByItself(time);
        await().until(() -> database.list(
                        Boolean.class,
                        "select ended_at is not null from retention_run where scheduled_for = cast(? as timestamptz)",
                        time.toString())
                .equals(List.of(true)));
        // Then
        UUID run = database.one(
                UUID.class,
                "select id from retention_run where scheduled_for = cast(? as timestamptz)",
                time.toString());
        Integer everything = erased(INTERNAL_AFFAIRS, run);
        assertThat(everything).isGreaterThanOrEqualTo(2);
        assertThat(erased(COMMANDER, run)).isPositive().isLessThan(everything);
        assertThat(erased(RABAT_COMMANDER, run)).isNull();
    }

    private static @Nullable Integer erased(TestTokens reader, UUID run) {
        return as(reader)
                .get("/api/v1/retention/runs?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }.erased.FALSE_REPORT".formatted(run));
    }

    /** One whose words are to go. */
    private UUID falseReport() {
        return falseReport("{\"channel\": \"SOCIAL\", \"text\": \"words\", \"jurisdiction\": \"MA-CAS\"}");
    }

    private UUID falseReport(String filed) {
        UUID id = Filed.by(OFFICER, filed).id();
        database.execute("""
                update report set status = 'ANSWERED', answer_kind = 'FALSE_REPORT',
                    answered_at = now() - interval '3 years' where id = ?
                """, id);
        return id;
    }

    /** The runs that erased it. */
    private List<UUID> deletions(UUID report) {
        return database.list(UUID.class, "select run_id from retention_deletion where subject_id = ?", report);
    }
}
