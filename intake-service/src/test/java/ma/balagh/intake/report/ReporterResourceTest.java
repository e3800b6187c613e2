package ma.balagh.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Topic;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class ReporterResourceTest {

    private static final String SECRET_NAME = "Fatima-Zahra Anonyme";
    private static final String REPORT = """
            {"channel": "CITIZEN", "text": "x", "jurisdiction": "MA-CAS",
             "reporter": {"name": "Fatima-Zahra Anonyme", "contact": "+212 600 000000"}}
            """;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final Database database;

    ReporterResourceTest(Database database) {
        this.database = database;
    }

    @Test
    void tellsAnIntakeOfficerWhoSaysWhyAndRecordsIt() {
        // Given
        Filed filed = Filed.by(PARTNER, REPORT);
        // When
        as(OFFICER)
                .header("X-Purpose", "calling the witness back")
                .get(path(filed))
                // Then
                .then()
                .statusCode(200)
                .body("name", equalTo(SECRET_NAME))
                .body("contact", equalTo("+212 600 000000"));
        assertThat(database.one(String.class, """
                                select actor || ' ' || subject || ': ' || purpose
                                from reporter_consultation where report_id = ?
                                """, filed.id()))
                .isEqualTo("intake " + TestTokens.subjectOf("intake") + ": calling the witness back");
    }

    @Test
    void tellsNobodyElse() {
        // Given
        Filed filed = Filed.by(PARTNER, REPORT);
        // Then
        as(OFFICER).get(path(filed)).then().statusCode(428);
        as(ANALYST).header("X-Purpose", "curiosity").get(path(filed)).then().statusCode(403);
        as(PARTNER).header("X-Purpose", "curiosity").get(path(filed)).then().statusCode(403);
        as(RABAT_OFFICER)
                .header("X-Purpose", "curiosity")
                .get(path(filed))
                .then()
                .statusCode(404);
        as(OFFICER)
                .header("X-Purpose", "calling back")
                .get(path(Filed.by(OFFICER)))
                .then()
                .statusCode(404);
    }

    @Test
    void keepsTheNameOutOfTheReportTheTopicAndTheTable() {
        // Given
        Filed filed = Filed.by(PARTNER, REPORT);
        // Then
        assertThat(as(OFFICER).get("/api/v1/reports/" + filed.id()).asString()).doesNotContain("Fatima");
        var told = kafka.awaitRecord(
                Topic.REPORTS.topicName(), message -> filed.id().toString().equals(message.key()));
        assertThat(new String(told.value(), UTF_8)).doesNotContain("Fatima");
        byte[] kept =
                database.one(byte[].class, "select ciphertext from reporter_identity where report_id = ?", filed.id());
        assertThat(new String(kept, UTF_8)).doesNotContain("Fatima");
    }

    @Test
    void tellsOfTheReadingInTheChainsOfTheReportsEvidence() {
        // Given
        Filed filed = Filed.by(PARTNER, REPORT);
        UUID evidence = filed.medium(PARTNER, Clips.mp4());
        // When
        as(OFFICER).header("X-Purpose", "calling the witness back").get(path(filed));
        // Then
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "IDENTITY_READ")))
                .body("items[1].actor", equalTo("intake"))
                .body("items[1].detail.reportId", equalTo(filed.id().toString()))
                .body("items[1].detail.purpose", equalTo("calling the witness back"));
    }

    private static String path(Filed filed) {
        return "/api/v1/reports/" + filed.id() + "/reporter";
    }
}
