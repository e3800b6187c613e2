package ma.balagh.intake.retention;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.RoleDataSourceFactory;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No hold is promised on what is gone. */
@QuarkusTest
@Timeout(120)
final class ErasedHoldTest {

    private static final String ERASE = "update report set erased_at = now(), text = null where id = '%s'";

    private static final String ASSESSMENT = """
            {"score": 0, "relevant": false, "termsVersion": 0, "reasons": [], "places": [], "times": []}
            """;

    @Inject
    Database database;

    @Inject
    Config config;

    @Test
    void refusesAHoldOnAnErasedReport() {
        // Given
        UUID report = Filed.by(OFFICER).id();
        database.execute(ERASE.formatted(report));
        // Then
        assertThat(hold("REPORT", report)).isEqualTo(409);
        assertThat(holds(report)).isZero();
    }

    @Test
    void refusesAHoldOnAnErasedItem() {
        // Given
        UUID item = item();
        assertThat(hold("ITEM", item)).isEqualTo(201);
        UUID erased = item();
        database.execute("update item set erased_at = now(), title = '' where id = ?", erased);
        // Then
        assertThat(hold("ITEM", erased)).isEqualTo(409);
        assertThat(holds(erased)).isZero();
    }

    @Test
    void holdsErasedEvidenceWhileItsBytesAreThere() {
        // Given
        UUID remaining = erasedEvidence();
        UUID gone = erasedEvidence();
        database.execute("update evidence set bytes_asked_at = now(), bytes_gone_at = now() where id = ?", gone);
        // Then
        assertThat(hold("EVIDENCE", remaining)).isEqualTo(201);
        assertThat(hold("EVIDENCE", gone)).isEqualTo(410);
        assertThat(holds(gone)).isZero();
    }

    @Test
    void waitsForTheRunThatErasesItJustNow() throws Exception {
        // Given
        UUID report = Filed.by(OFFICER).id();
        try (var run = RoleDataSourceFactory.owner(config).getConnection();
                var statement = run.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run.setAutoCommit(false);
            statement.execute("lock table legal_hold in share mode");
            statement.execute(ERASE.formatted(report));
            // When
            var answer = threads.submit(() -> hold("REPORT", report));
            await().until(() -> database.one(
                    Boolean.class,
                    "select exists (select from pg_locks where relation = 'legal_hold'::regclass and not granted)"));
            run.commit();
            // Then
            assertThat(answer.get()).isEqualTo(409);
        }
        assertThat(holds(report)).isZero();
    }

    private UUID erasedEvidence() {
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        database.execute(
                "update evidence set erased_at = now(), erased_as = 'CLOSED_CASE_EVIDENCE',"
                        + " bytes_asked_at = now() where id = ?",
                id);
        return id;
    }

    private UUID item() {
        UUID source = IdGenerator.next();
        UUID id = IdGenerator.next();
        database.execute("""
                insert into source (id, name, kind, jurisdiction, keywords, enabled, created_at, created_by)
                values (?, 'Assabah', 'WEBHOOK', 'MA-CAS', '{}', true, now(), 'intake')
                """, source);
        database.execute("""
                insert into item (
                    id, source_id, key, title, text, seen_at, media, score, assessment, standing, sampled)
                values (?, ?, ?, 'A headline', '', now(), '{}', 0, cast(? as jsonb), 'SET_ASIDE', false)
                """, id, source, Clips.sha256(id.toString().getBytes(US_ASCII)), ASSESSMENT);
        return id;
    }

    private long holds(UUID subject) {
        return database.one(Long.class, "select count(*) from legal_hold where subject_id = ?", subject);
    }

    private static int hold(String subject, UUID id) {
        return as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject": "%s", "subjectId": "%s", "reason": "The court of Casablanca needs it"}
                        """.formatted(subject, id))
                .post("/api/v1/legal-holds")
                .statusCode();
    }
}
