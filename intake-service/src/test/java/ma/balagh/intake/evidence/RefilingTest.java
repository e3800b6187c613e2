package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.upload.Tus;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that somebody brings who may not see that they are known: everything is as if nobody had brought them before. */
@QuarkusTest
final class RefilingTest {

    private static final TestTokens RABAT_AFFAIRS =
            TestTokens.of("rabat-affairs", Roles.INTERNAL_AFFAIRS).withJurisdictions("MA-RAB");

    /** Why who brings the bytes does not see them. */
    enum Known {
        /** They were judged as misconduct. */
        HIDDEN,
        /** Another partner filed them, or somebody elsewhere. */
        ELSEWHERE
    }

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    static Stream<TestTokens> senders() {
        return Stream.of(OFFICER, CASABLANCA_OFFICER, OTHER_PARTNER);
    }

    @ParameterizedTest
    @MethodSource("senders")
    void answersHiddenBytesAsNewOnes(TestTokens sender) {
        // Given
        byte[] clip = Clips.mp4();
        UUID hidden = hide(PARTNER, clip);
        // Then
        assertThat(traces(sender, clip, hidden)).isEqualTo(traces(sender, Clips.mp4(), hidden));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void answersBytesThatSomebodyFiledElsewhereAsNewOnes(TestTokens sender) {
        // Given: of whom neither a partner nor Casablanca sees anything
        byte[] clip = Clips.mp4();
        String elsewhere = Filed.REPORT.replace("MA-CAS", "MA-RAB");
        UUID known = Filed.by(RABAT_OFFICER, elsewhere).medium(RABAT_OFFICER, clip);
        // Then
        Map<String, Object> traces = traces(sender, clip, known);
        if (sender == OFFICER) {
            // Who sees all of the country is told.
            assertThat(traces).containsEntry("known", true);
        } else {
            assertThat(traces).isEqualTo(traces(sender, Clips.mp4(), known));
        }
    }

    @ParameterizedTest
    @EnumSource(Known.class)
    void answersAnUploadInPiecesAsNewBytes(Known known) {
        // Given
        byte[] clip = Clips.mp4();
        UUID earlier =
                known == Known.HIDDEN ? hide(PARTNER, clip) : Filed.by(PARTNER).medium(PARTNER, clip);
        Filed filed = Filed.by(OTHER_PARTNER);
        // When
        UUID evidence = Tus.whole(OTHER_PARTNER, filed, clip);
        // Then
        assertThat(evidence).isNotEqualTo(earlier);
        as(OTHER_PARTNER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("media.evidenceId", equalTo(List.of(evidence.toString())));
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED")));
        kafka.await(EvidenceSecured.class, event -> event.evidenceId().equals(evidence));
    }

    @Test
    void answersAPartnerThatFiledTheHiddenBytesAsBefore() {
        // Given
        byte[] clip = Clips.mp4();
        Filed first = Filed.by(PARTNER);
        UUID hidden = first.medium(PARTNER, clip);
        hide(first, hidden);
        Filed second = Filed.by(PARTNER);
        // When
        send(PARTNER, second, clip)
                .statusCode(201)
                .body("evidenceId", equalTo(hidden.toString()))
                .body("alreadyKnown", equalTo(true));
        send(PARTNER, second, clip)
                .statusCode(201)
                .body("evidenceId", equalTo(hidden.toString()))
                .body("alreadyKnown", equalTo(true));
        // Then: the partner sees what it filed, once
        as(PARTNER)
                .get("/api/v1/reports/" + second.id())
                .then()
                .body("media.evidenceId", equalTo(List.of(hidden.toString())));
        as(PARTNER)
                .get("/api/v1/evidence/" + hidden)
                .then()
                .statusCode(200)
                .body(
                        "reports.reportId",
                        equalTo(List.of(first.id().toString(), second.id().toString())))
                .body("reportCount", equalTo(2));
        // Then: the staff see a medium of its own
        String own = as(ANALYST)
                .get("/api/v1/reports/" + second.id())
                .then()
                .statusCode(200)
                .extract()
                .path("media[0].evidenceId");
        assertThat(own).isNotEqualTo(hidden.toString());
        as(ANALYST)
                .get("/api/v1/evidence/" + own + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "SIGHTED")));
        as(PARTNER).get("/api/v1/evidence/" + own).then().statusCode(404);
        as(ANALYST).get("/api/v1/evidence/" + hidden).then().statusCode(404);
    }

    @Test
    void hidesNothingElseByWhatIsAddedToAHiddenReport() {
        // Given
        byte[] clip = Clips.mp4();
        Filed visible = Filed.by(PARTNER);
        UUID common = visible.medium(PARTNER, clip);
        Filed hidden = Filed.by(PARTNER);
        hide(hidden, hidden.medium(PARTNER, Clips.mp4()));
        // When
        send(PARTNER, hidden, clip).statusCode(201).body("evidenceId", equalTo(common.toString()));
        // Then
        as(ANALYST)
                .get("/api/v1/evidence/" + common)
                .then()
                .statusCode(200)
                .body("reports.reportId", equalTo(List.of(visible.id().toString())));
        as(ANALYST)
                .get("/api/v1/evidence/" + common + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED")));
        as(INTERNAL_AFFAIRS)
                .get("/api/v1/reports/" + hidden.id())
                .then()
                .body("media.size()", equalTo(2))
                .body("media.evidenceId", not(hasItem(common.toString())));
    }

    @Test
    void listsForInternalAffairsWhoBroughtHiddenBytes() {
        // Given
        byte[] clip = Clips.mp4();
        UUID hidden = hide(PARTNER, clip);
        Filed again = Filed.by(OFFICER);
        UUID own = again.medium(OFFICER, clip);
        // Then
        JsonPath list = as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/refilings?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> entry = list.getMap("items.find { it.evidenceId == '" + own + "' }");
        assertThat(entry)
                .containsEntry("reportId", again.id().toString())
                .containsEntry("hiddenEvidenceId", hidden.toString())
                .containsEntry("sha256", Clips.sha256(clip))
                .containsEntry("jurisdiction", "MA-CAS")
                .containsEntry("addedBy", "intake");
        String next = as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/refilings?limit=1")
                .then()
                .body("items.evidenceId", equalTo(List.of(own.toString())))
                .extract()
                .path("next");
        if (next != null) {
            as(INTERNAL_AFFAIRS)
                    .get("/api/v1/evidence/refilings?limit=1&cursor=" + next)
                    .then()
                    .statusCode(200)
                    .body("items.evidenceId", everyItem(not(equalTo(own.toString()))));
        }
        as(RABAT_AFFAIRS)
                .get("/api/v1/evidence/refilings?limit=200")
                .then()
                .body("items.evidenceId", not(hasItem(own.toString())));
        for (TestTokens other : List.of(ANALYST, OFFICER, COMMANDER, PARTNER)) {
            as(other).get("/api/v1/evidence/refilings").then().statusCode(403);
        }
    }

    /** All that the sender, and whoever sees its report, is told, but for ids and times. */
    private Map<String, Object> traces(TestTokens sender, byte[] clip, UUID known) {
        Instant begun = Instant.now();
        Filed filed = Filed.by(sender);
        Response answer = send(sender, filed, clip).statusCode(201).extract().response();
        String id = answer.path("evidenceId");
        var traces = new TreeMap<String, Object>();
        traces.put("known", answer.path("alreadyKnown"));
        traces.put("fields", new TreeMap<>(answer.jsonPath().<String, Object>getMap("")).keySet());
        traces.put(
                "headers",
                answer.headers().asList().stream()
                        .map(header -> header.getName().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        traces.put("own id", !id.equals(known.toString()));
        JsonPath described = as(sender).get("/api/v1/evidence/" + id).jsonPath();
        traces.put("own times", Instant.parse(described.getString("receivedAt")).isAfter(begun.minusSeconds(1)));
        traces.put("described", described.getMap("").keySet());
        traces.put(
                "reports",
                described.getList("reports.reportId").equals(List.of(filed.id().toString())));
        traces.put(
                "custody",
                as(ANALYST)
                        .get("/api/v1/evidence/" + id + "/custody")
                        .jsonPath()
                        .getList("items.action"));
        traces.put(
                "bundle",
                as(ANALYST)
                        .header("X-Purpose", "comparing two recordings")
                        .get("/api/v1/evidence/" + id + "/bundle")
                        .statusCode());
        traces.put(
                "receipt", as(sender).get("/api/v1/receipts/" + filed.receipt()).path("status"));
        traces.put("status", as(sender).get("/api/v1/reports/" + filed.id()).path("status"));
        return traces;
    }

    private UUID hide(TestTokens partner, byte[] clip) {
        Filed filed = Filed.by(partner);
        UUID evidence = filed.medium(partner, clip);
        hide(filed, evidence);
        return evidence;
    }

    private void hide(Filed filed, UUID evidence) {
        UUID dossier = IdGenerator.next();
        kafka.publish(new ReportJoined(dossier, filed.id(), Instant.now()));
        kafka.publish(new DossierForwarded(dossier, Instant.now(), List.of(filed.id()), List.of(evidence)));
        await().until(() -> as(ANALYST).get("/api/v1/evidence/" + evidence).statusCode() == 404);
    }

    private static ValidatableResponse send(TestTokens person, Filed filed, byte[] bytes) {
        return as(person)
                .contentType("video/mp4")
                .body(bytes)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then();
    }
}
