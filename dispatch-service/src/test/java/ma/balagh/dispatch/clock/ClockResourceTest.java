package ma.balagh.dispatch.clock;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ClockResourceTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1000);
    /** A territory of this test's own. */
    private final String jurisdiction =
            "MA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void measuresEveryStageWhateverTheOrderOfEvents() {
        // Given
        var dossierId = IdGenerator.next();
        var told = story(dossierId, Verdict.PRESUMED_OFFENCE);

        // When
        told.reversed().forEach(kafka::publish);
        told.forEach(kafka::publish);
        // Years later the bytes are erased, and come again: nothing of what was measured moves.
        kafka.publish(securedAgain((EvidenceSecured) told.get(1)));
        var incidentId = Story.incidentOf(dossierId);
        Story.onScene(incidentId, Story.unit(Story.callSign(), jurisdiction));
        Story.outcome(incidentId, "ARRESTED", 1).statusCode(200);
        Story.referral(incidentId).statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var clocks = clocks(COMMANDER);
            assertThat(p50(clocks, "PUBLISHED_TO_TAKEN_IN")).isEqualTo(100f);
            assertThat(p50(clocks, "TAKEN_IN_TO_SECURED")).isEqualTo(2f);
            assertThat(p50(clocks, "SECURED_TO_EXAMINED")).isEqualTo(3f);
            assertThat(p50(clocks, "EXAMINED_TO_PROPOSED")).isEqualTo(195f);
            assertThat(p50(clocks, "PROPOSED_TO_CONFIRMED")).isEqualTo(50f);
            assertThat(clocks.getFloat("takenInUntilReady.p95")).isEqualTo(5f);
            assertThat(clocks.getInt("takenInUntilReady.count")).isEqualTo(1);
            assertThat(clocks.getList("stages.count", Integer.class)).containsOnly(1);
            assertThat(p50(clocks, "CONFIRMED_TO_ASSIGNED")).isBetween(500f, 1000f);
        });
    }

    @Test
    void comparesEachStageWithItsTarget() {
        // Given: taken in after 100 s, of 30 min; proposed and confirmed in time
        story(IdGenerator.next(), Verdict.FALSE_REPORT).forEach(kafka::publish);
        awaitCounts(1, 1, 1, 1, 1, 0, 0, 0, 0);
        database.execute(
                "update clock_report set published_at = received_at - interval '1 hour' where jurisdiction = ?",
                jurisdiction);

        // When
        var clocks = clocks(COMMANDER);

        // Then
        assertThat(clocks.getList("stages.withinTarget", Integer.class)).containsExactly(0, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(clocks.getList("stages.targetSeconds", Float.class))
                .containsExactly(1800f, 60f, 300f, 7200f, 3600f, 60f, 1050f, 7200f, 129_600f);
    }

    @Test
    void countsAFalseReportUntilItsVerdict() {
        // Given
        var dossierId = IdGenerator.next();

        // When
        story(dossierId, Verdict.FALSE_REPORT).forEach(kafka::publish);

        // Then
        awaitCounts(1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(clocks(COMMANDER).<Object>getList("stages.p50").getLast()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsNothingOfADossierWithMisconduct(boolean inquiryFirst) {
        // Given
        var dossierId = IdGenerator.next();
        var told = story(dossierId, Verdict.PRESUMED_OFFENCE).stream()
                .filter(event -> !(event instanceof VerdictReached))
                .toList();

        // When
        if (inquiryFirst) {
            forward(dossierId);
        }
        told.forEach(kafka::publish);
        await().atMost(Duration.ofSeconds(20)).until(this::isAllHeard);
        if (!inquiryFirst) {
            awaitCounts(1, 1, 1, 0, 0, 0, 0, 0, 0);
            forward(dossierId);
        }

        // Then
        assertThat(clocks(COMMANDER).getList("stages.count", Integer.class)).containsOnly(0);
        assertThat(clocks(COMMANDER).getInt("takenInUntilReady.count")).isZero();
    }

    @Test
    void countsAnotherDossierThatSharesAReport() {
        // Given: a report with two media, one of which shows an officer
        var told = story(IdGenerator.next(), Verdict.FALSE_REPORT);
        told.forEach(kafka::publish);
        awaitCounts(1, 1, 1, 1, 1, 0, 0, 0, 0);
        var misconduct = IdGenerator.next();

        // When
        var joined = (ReportJoined) told.get(2);
        kafka.publish(new ReportJoined(misconduct, joined.reportId(), joined.joinedAt()));
        forward(misconduct);

        // Then: what somebody adds to a report takes it out of no figure
        awaitCounts(1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    private boolean isAllHeard() {
        return database.one(Boolean.class, """
                        select exists (
                            select from clock_report
                            join clock_dossier_report using (report_id)
                            join clock_report_evidence using (report_id)
                            join clock_evidence using (evidence_id)
                            where clock_report.jurisdiction = ? and secured_at <= examined_at)
                        """, jurisdiction);
    }

    private void forward(UUID dossierId) {
        kafka.publish(Story.misconduct(dossierId));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.one(
                        Boolean.class, "select exists (select from inquiry where dossier_id = ?)", dossierId));
    }

    private void awaitCounts(Integer... counts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clocks(COMMANDER).getList("stages.count", Integer.class))
                        .containsExactly(counts));
    }

    @Test
    void countsOnlyWhatLiesInTheViewersTerritory() {
        // Given
        story(IdGenerator.next(), Verdict.FALSE_REPORT).forEach(kafka::publish);
        await().atMost(Duration.ofSeconds(20)).until(() -> clocks(COMMANDER).getInt("stages[4].count") == 1);

        // When
        var elsewhere = clocks(TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA"));

        // Then
        assertThat(elsewhere.getList("stages.count", Integer.class)).containsOnly(0);
    }

    /** Published, taken in 100 s later, secured after 2 s, examined after 3 s, proposed after 195 s, confirmed after 50 s. */
    private List<Event> story(UUID dossierId, Verdict verdict) {
        var reportId = IdGenerator.next();
        var evidenceId = IdGenerator.next();
        var received = start.plusSeconds(100);
        return List.of(
                new ReportReceived(
                        reportId, Channel.PRESS, jurisdiction, start, received, null, null, "a video", "fr", null),
                new EvidenceSecured(
                        evidenceId,
                        reportId,
                        "ab".repeat(32),
                        1000,
                        "video/mp4",
                        jurisdiction,
                        received,
                        received.plusSeconds(2),
                        null),
                new ReportJoined(dossierId, reportId, received.plusSeconds(3)),
                new EvidenceExamined(
                        IdGenerator.next(),
                        evidenceId,
                        ExaminationOutcome.COMPLETED,
                        received.plusSeconds(2),
                        received.plusSeconds(5)),
                new VerdictReached(
                        dossierId,
                        IdGenerator.next(),
                        jurisdiction,
                        verdict,
                        2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        received.plusSeconds(200),
                        received.plusSeconds(250)));
    }

    private static EvidenceSecured securedAgain(EvidenceSecured first) {
        Instant now = first.securedAt().plus(Duration.ofDays(4000));
        return new EvidenceSecured(
                first.evidenceId(),
                first.reportId(),
                first.sha256(),
                first.size(),
                first.mediaType(),
                first.jurisdiction(),
                now,
                now,
                null);
    }

    private JsonPath clocks(TestTokens person) {
        return as(person)
                .get("/api/v1/statistics/clocks?jurisdiction={code}", jurisdiction)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static float p50(JsonPath clocks, String stage) {
        return clocks.getFloat("stages.find { it.stage == '%s' }.p50".formatted(stage));
    }
}
