package ma.balagh.dispatch.clock;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationEvent;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.ReportEvent;
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

    private static final String CLOCKS = "/api/v1/statistics/clocks";

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    @Inject
    ClockService service;

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

    /** What the events tell is taken away and told again, each time in another order, everything twice. */
    @Test
    void hasTheSameFiguresAndTheSameListsHoweverLateAndOftenItIsTold() {
        // Given
        var dossierId = IdGenerator.next();
        var told = story(dossierId, Verdict.PRESUMED_OFFENCE);
        told.forEach(kafka::publish);
        var incidentId = Story.incidentOf(dossierId);
        Story.onScene(incidentId, Story.unit(Story.callSign(), jurisdiction));
        Story.outcome(incidentId, "ARRESTED", 1).statusCode(200);
        Story.referral(incidentId).statusCode(200);
        awaitCounts(1, 1, 1, 1, 1, 1, 1, 1, 1);
        var figures = clocks(COMMANDER).getList("stages");
        var lists = lists();
        var reportId = ((ReportReceived) told.getFirst()).reportId();
        var evidenceId = ((EvidenceSecured) told.get(1)).evidenceId();
        assertThat(lists)
                .extracting(sample -> UUID.fromString((String) sample.get("subjectId")))
                .containsExactly(
                        reportId,
                        evidenceId,
                        evidenceId,
                        dossierId,
                        dossierId,
                        incidentId,
                        incidentId,
                        incidentId,
                        incidentId);

        for (var order : List.of(told.reversed(), told, rotated(told))) {
            // When
            forget(reportId, evidenceId);
            order.forEach(this::tell);
            order.reversed().forEach(this::tell);
            tell(securedAgain((EvidenceSecured) told.get(1)));

            // Then
            assertThat(clocks(COMMANDER).getList("stages")).as("%s", order).isEqualTo(figures);
            assertThat(lists()).as("%s", order).isEqualTo(lists);
        }
    }

    @Test
    void showsWhatIsBehindAFigureTheSlowestFirst() {
        // Given
        var quick = received("1 hour", "100 seconds");
        var slow = received("1 day", "2 hours");
        received("40 days", "10 seconds");

        // When // Then
        as(COMMANDER)
                .get(CLOCKS + "/PUBLISHED_TO_TAKEN_IN/samples?jurisdiction={code}", jurisdiction)
                .then()
                .statusCode(200)
                .body("items.subject", contains("REPORT", "REPORT"))
                .body("items.subjectId", contains(slow.toString(), quick.toString()))
                .body("items.withinTarget", contains(false, true))
                .body("items[0].seconds", equalTo(7200f))
                .body("items[0].targetSeconds", equalTo(1800f))
                .body("items[0].incidentType", nullValue());
        as(COMMANDER).get(CLOCKS + "/LUNCH/samples").then().statusCode(404);
    }

    @Test
    void comparesWithThePeriodBefore() {
        // Given
        received("1 hour", "100 seconds");
        received("40 days", "10 seconds");
        received("50 days", "1 hour");
        received("70 days", "10 seconds");

        // When
        var clocks = clocks(COMMANDER);

        // Then
        assertThat(clocks.getInt("stages[0].count")).isEqualTo(1);
        assertThat(clocks.getInt("stages[0].previous.count")).isEqualTo(2);
        assertThat(clocks.getInt("stages[0].previous.withinTarget")).isEqualTo(1);
        assertThat(clocks.getFloat("stages[0].previous.p50")).isEqualTo(1805f);
        assertThat(clocks.getInt("stages[1].previous.count")).isZero();
    }

    @Test
    void countsOneTypeOfIncidentFromTheVerdictOn() {
        // Given
        var offence = IdGenerator.next();
        story(offence, Verdict.PRESUMED_OFFENCE).forEach(kafka::publish);
        story(IdGenerator.next(), Verdict.FALSE_REPORT).forEach(kafka::publish);
        Story.incidentOf(offence);
        awaitCounts(2, 2, 2, 2, 2, 0, 0, 0, 0);

        // When
        var robberies = clocks(COMMANDER, "&incidentType=STREET_ROBBERY");

        // Then
        assertThat(robberies.getList("stages.count", Integer.class)).containsExactly(0, 0, 0, 1, 1, 0, 0, 0, 0);
        assertThat(clocks(COMMANDER, "&incidentType=THEFT").getList("stages.count", Integer.class))
                .containsOnly(0);
        as(COMMANDER)
                .get(
                        CLOCKS + "/PROPOSED_TO_CONFIRMED/samples?incidentType=STREET_ROBBERY&jurisdiction={code}",
                        jurisdiction)
                .then()
                .body("items.subjectId", contains(offence.toString()))
                .body("items.incidentType", contains("STREET_ROBBERY"));
    }

    @Test
    void exportsWhatIsBehindAFigureAndNotesWhoTookIt() {
        // Given
        var slow = received("1 day", "2 hours");

        // When
        var file = as(COMMANDER).get(CLOCKS + "/PUBLISHED_TO_TAKEN_IN/samples.csv?jurisdiction={code}", jurisdiction);

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("PUBLISHED_TO_TAKEN_IN.csv");
        assertThat(file.asString().lines())
                .satisfiesExactly(
                        names -> assertThat(names)
                                .isEqualTo("stage,subject,subjectId,jurisdiction,incidentType,startedAt,endedAt,"
                                        + "seconds,targetSeconds,withinTarget"),
                        line -> assertThat(line)
                                .startsWith("PUBLISHED_TO_TAKEN_IN,REPORT," + slow + "," + jurisdiction + ",,")
                                .endsWith(",7200.000,1800.000,false"));
        assertThat(database.list(
                        String.class,
                        "select exported_by || ' ' || figures || ' ' || samples from stage_export where jurisdiction = ?",
                        jurisdiction))
                .containsExactly("commander CLOCKS 1");
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
        assertThat(lists()).isEmpty();
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
        assertThat(lists()).hasSize(5);
    }

    /** What was counted yesterday is counted today, whatever became of the incident. */
    @Test
    void countsAnIncidentWithItsFirstVerdictAndItsFirstOutcome() {
        // Given
        var dossierId = IdGenerator.next();
        var verdict =
                (VerdictReached) story(dossierId, Verdict.PRESUMED_OFFENCE).getLast();
        kafka.publish(verdict);
        var incidentId = Story.incidentOf(dossierId);
        Story.onScene(incidentId, Story.unit(Story.callSign(), jurisdiction));
        Story.outcome(incidentId, "NOT_FOUND", 0).statusCode(200);
        var samples = samplesOf(incidentId);
        assertThat(samples)
                .extracting(sample -> sample.get("stage"))
                .containsExactly("CONFIRMED_TO_ASSIGNED", "ASSIGNED_TO_ON_SCENE", "ON_SCENE_TO_OUTCOME");

        // When
        reopen(incidentId);

        // Then
        assertThat(samplesOf(incidentId)).isEqualTo(samples);

        // When
        Story.onScene(incidentId, Story.unit(Story.callSign(), jurisdiction));
        Story.outcome(incidentId, "IDENTIFIED_AT_LARGE", 1).statusCode(200);

        // Then
        assertThat(samplesOf(incidentId)).isEqualTo(samples);

        // When: it is judged anew, twice
        for (var last = verdict;
                last.confirmedAt().isBefore(verdict.confirmedAt().plusSeconds(7200)); ) {
            last = judgedAgain(incidentId, last);
        }

        // Then
        assertThat(samplesOf(incidentId)).isEqualTo(samples);
    }

    @Test
    void countsAnIncidentFromItsOpeningWhereItsFirstVerdictIsNotKnown() {
        // Given: it was judged anew before the first verdict was kept
        var verdict = (VerdictReached)
                story(IdGenerator.next(), Verdict.PRESUMED_OFFENCE).getLast();
        kafka.publish(verdict);
        var incidentId = Story.incidentOf(verdict.dossierId());
        Story.onScene(incidentId, Story.unit(Story.callSign(), jurisdiction));
        var second = judgedAgain(incidentId, verdict);
        database.execute("""
                update incident set first_verdict_confirmed_at = null,
                    opened_at = verdict_confirmed_at - interval '70 minutes'
                where id = ?
                """, incidentId);
        var samples = samplesOf(incidentId);

        // When
        judgedAgain(incidentId, second);

        // Then
        assertThat(samples).hasSize(2);
        assertThat(samplesOf(incidentId)).isEqualTo(samples);
    }

    /** Another verdict takes the place of one that is withdrawn. */
    private VerdictReached judgedAgain(UUID incidentId, VerdictReached last) {
        var next = after(last);
        kafka.publish(new VerdictWithdrawn(last.dossierId(), last.verdictId(), Instant.now()));
        kafka.publish(next);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.one(
                        Boolean.class,
                        "select verdict_id = ? from incident where id = ?",
                        next.verdictId(),
                        incidentId));
        return next;
    }

    private static void reopen(UUID incidentId) {
        as(DISPATCHER)
                .body(Map.of("reason", "seen again"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(200);
    }

    /** The same verdict, reached again an hour later. */
    private static VerdictReached after(VerdictReached verdict) {
        return new VerdictReached(
                verdict.dossierId(),
                IdGenerator.next(),
                verdict.jurisdiction(),
                verdict.verdict(),
                verdict.severity(),
                null,
                null,
                null,
                null,
                null,
                verdict.proposedAt().plusSeconds(3600),
                verdict.confirmedAt().plusSeconds(3600));
    }

    private List<Map<String, Object>> samplesOf(UUID incidentId) {
        return lists().stream()
                .filter(sample -> incidentId.toString().equals(sample.get("subjectId")))
                .toList();
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
        as(TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA"))
                .get(CLOCKS + "/TAKEN_IN_TO_SECURED/samples")
                .then()
                .statusCode(200)
                .body("items", empty());
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

    /** A report of so long ago, which was published so long before that. */
    private UUID received(String ago, String after) {
        var id = IdGenerator.next();
        database.execute("""
                insert into clock_report (report_id, jurisdiction, published_at, received_at)
                values (?, ?, now() - cast(? as interval) - cast(? as interval), now() - cast(? as interval))
                """, id, jurisdiction, ago, after, ago);
        return id;
    }

    private static List<Event> rotated(List<Event> told) {
        var rotated = new ArrayList<>(told);
        Collections.rotate(rotated, 2);
        return rotated;
    }

    private void forget(UUID reportId, UUID evidenceId) {
        database.execute("delete from clock_report where report_id = ?", reportId);
        database.execute("delete from clock_evidence where evidence_id = ?", evidenceId);
        database.execute("delete from clock_report_evidence where report_id = ?", reportId);
        database.execute("delete from clock_dossier_report where report_id = ?", reportId);
        database.execute("delete from clock_verdict where jurisdiction = ?", jurisdiction);
    }

    private void tell(Event event) {
        switch (event) {
            case ReportEvent report -> service.apply(report);
            case EvidenceEvent evidence -> service.apply(evidence);
            case ExaminationEvent examination -> service.apply(examination);
            case DossierEvent dossier -> service.apply(dossier);
            case VerdictEvent verdict -> service.apply(verdict);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    /** What is behind each stage, stage by stage. */
    private List<Map<String, Object>> lists() {
        return Stream.of(Stage.values())
                .flatMap(stage -> as(COMMANDER)
                        .get(CLOCKS + "/{stage}/samples?jurisdiction={code}", stage, jurisdiction)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Map<String, Object>>getList("items")
                        .stream())
                .toList();
    }

    private JsonPath clocks(TestTokens person) {
        return clocks(person, "");
    }

    private JsonPath clocks(TestTokens person, String more) {
        return as(person)
                .get(CLOCKS + "?jurisdiction={code}" + more, jurisdiction)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static float p50(JsonPath clocks, String stage) {
        return clocks.getFloat("stages.find { it.stage == '%s' }.p50".formatted(stage));
    }
}
