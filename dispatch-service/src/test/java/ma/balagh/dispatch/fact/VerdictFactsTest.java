package ma.balagh.dispatch.fact;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.inquiry;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.VehicleKind;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What an incident says of what happened, to whom, and which verdict's word counts. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class VerdictFactsTest {

    private static final String SUMMARY = "Two men on a motorcycle take a phone";

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    private final UUID dossierId = IdGenerator.next();
    private final UUID evidenceId = IdGenerator.next();

    @Test
    void areShownToTheDispatcherAndToTheUnitThatIsSent() {
        // Given
        kafka.publish(told(2));
        UUID incidentId = incidentOf(dossierId);
        String callSign = callSign();
        UUID unitId = unit(callSign);
        read(fieldUnit(callSign), incidentId).statusCode(404);

        // When
        assigned(incidentId, unitId);

        // Then
        for (TestTokens reader : new TestTokens[] {DISPATCHER, fieldUnit(callSign)}) {
            read(reader, incidentId)
                    .statusCode(200)
                    .body("type", equalTo("ARMED_ROBBERY"))
                    .body("priority.reasons.code", hasItem("DANGER_CONTINUES"))
                    .body("facts.offence", equalTo("ARMED_ROBBERY"))
                    .body("facts.summary", equalTo(SUMMARY))
                    .body("facts.suspects", equalTo(2))
                    .body("facts.victims", equalTo(1))
                    .body("facts.vehicle.kind", equalTo("MOTORCYCLE"))
                    .body("facts.vehicle.colour", equalTo("black"))
                    .body("facts.weapon", equalTo("KNIFE"))
                    .body("facts.direction", equalTo("towards the port"))
                    .body("facts.dangerContinues", equalTo(true))
                    .body("facts.claim.place", equalTo("Derb Sultan"))
                    .body("facts.placeCertainty", equalTo("PROBABLE"))
                    .body("facts.reports", equalTo(3))
                    .body("still.href", equalTo("/api/v1/dossiers/" + dossierId + "/still"))
                    .body("still.evidenceId", equalTo(evidenceId.toString()))
                    .body("still.at", equalTo(12.48f));
        }
        read(DISPATCHER.withJurisdictions("MA-RBA"), incidentId).statusCode(404);
    }

    @Test
    void countTheReportsThatCameSince() {
        // Given: the dossier has three when the verdict is reached; who sees it does not see one of elsewhere
        IntStream.range(0, 3).forEach(i -> report("MA-CAS-ANFA"));
        kafka.publish(told(2));
        UUID incidentId = incidentOf(dossierId);
        read(DISPATCHER, incidentId).body("facts.reports", equalTo(3));

        // When
        report("MA-CAS-ANFA");
        report("MA-RBA");
        report("MA-CAS-ANFA-X");

        // Then
        await().untilAsserted(() -> read(DISPATCHER, incidentId).body("facts.reports", equalTo(5)));
        assertThat(database.one(
                        Long.class, "select count(*) from clock_dossier_report where dossier_id = ?", dossierId))
                .isEqualTo(6);
    }

    private void report(String jurisdiction) {
        UUID reportId = IdGenerator.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        kafka.publish(
                new ReportReceived(reportId, Channel.PRESS, jurisdiction, null, now, null, null, null, null, null));
        kafka.publish(new ReportJoined(dossierId, reportId, now));
        await().until(() -> database.one(
                        Long.class,
                        "select count(*) from clock_report join clock_dossier_report using (report_id) where report_id = ?",
                        reportId)
                == 1);
    }

    @Test
    void areThoseOfTheVerdictThatStandsNow() {
        // Given
        VerdictReached first = told(2);
        kafka.publish(first);
        UUID incidentId = incidentOf(dossierId);
        onScene(incidentId, unit(callSign()));
        kafka.publish(new VerdictWithdrawn(dossierId, first.verdictId(), Instant.now()));

        // When
        kafka.publish(told(4));

        // Then
        await().untilAsserted(() -> read(DISPATCHER, incidentId).body("facts.suspects", equalTo(4)));
        assertThat(database.one(Long.class, "select count(*) from verdict_facts where dossier_id = ?", dossierId))
                .isEqualTo(2);
    }

    @Test
    void areEmptyWhereAnOlderReleaseToldTheVerdict() {
        // When
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));

        // Then
        read(DISPATCHER, incidentOf(dossierId))
                .statusCode(200)
                .body("facts.offence", nullValue())
                .body("facts.reports", nullValue())
                .body("still", nullValue());
    }

    @Test
    void passOverWhatALaterReleaseAdds() {
        // Given
        VerdictReached verdict = told(2);
        kafka.publish(verdict);
        UUID incidentId = incidentOf(dossierId);

        // When
        database.execute(
                "update verdict_facts set facts = facts || '{\"addedLater\": 1}' where verdict_id = ?",
                verdict.verdictId());

        // Then
        read(DISPATCHER, incidentId).statusCode(200).body("facts.suspects", equalTo(2));
    }

    @Test
    void areNeverKeptOfMisconductNorOfOtherVerdicts() {
        // When
        long before = database.one(Long.class, "select count(*) from verdict_facts");
        inquiry(kafka);
        var falseReport = verdict(dossierId, Verdict.FALSE_REPORT);
        kafka.publish(falseReport);
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        incidentOf(dossierId);

        // Then
        assertThat(database.one(Long.class, "select count(*) from verdict_facts"))
                .isEqualTo(before + 1);
    }

    private VerdictReached told(int suspects) {
        var facts = new OffenceFacts(
                OffenceKind.ARMED_ROBBERY,
                SUMMARY,
                suspects,
                1,
                new VehicleDescription(VehicleKind.MOTORCYCLE, "black"),
                WeaponKind.KNIFE,
                "towards the port",
                true);
        return verdict(dossierId, Verdict.PRESUMED_OFFENCE)
                .with(
                        facts,
                        new MarkedMoment(evidenceId, 12.48),
                        new Claim(null, "Derb Sultan", 33.57, -7.59),
                        PlaceCertainty.PROBABLE,
                        3);
    }

    private static ValidatableResponse read(TestTokens reader, UUID incidentId) {
        return as(reader).get("/api/v1/incidents/{id}", incidentId).then();
    }
}
