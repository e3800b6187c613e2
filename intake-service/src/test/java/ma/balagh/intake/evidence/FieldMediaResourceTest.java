package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.UNIT;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
final class FieldMediaResourceTest {

    private static final TestTokens CREW = UNIT.withUnit("CASA-12");
    private static final String NOTE = "the bag, behind the car";
    /** A letter as headers carry it. */
    private static final String ALEF = "%D8%A7";

    private static final Instant TAKEN_AT = Instant.parse("2026-01-02T03:04:05.600Z");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final UUID dossierId = IdGenerator.next();

    @Test
    void makesAReportOfItsOwnOfAPicture() {
        // When
        byte[] picture = Clips.mp4();
        var secured = secured(bring(CREW, picture), picture);

        // Then
        assertThat(secured.field()).isEqualTo(new FieldOrigin(dossierId, "CASA-12", List.of("MA")));
        var told = kafka.await(ReportReceived.class, report -> report.reportId().equals(secured.reportId()));
        assertThat(told.channel()).isEqualTo(Channel.DESK);
        assertThat(told.jurisdiction()).isEqualTo("MA-CAS");
        as(OFFICER)
                .get("/api/v1/reports/" + secured.reportId())
                .then()
                .body("title", equalTo("CASA-12"))
                .body("text", equalTo(NOTE))
                .body("claim.occurredAt", equalTo(TAKEN_AT.toString()))
                .body("media.evidenceId", equalTo(List.of(secured.evidenceId().toString())));
    }

    @Test
    void namesTheUnitInCustody() {
        // Given
        byte[] picture = Clips.mp4();
        var evidenceId = secured(bring(CREW, picture), picture).evidenceId();

        // When // Then
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceId + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items[0].action", equalTo("SECURED"))
                .body("items[0].actor", equalTo("unit1"))
                .body("items[0].detail.unit", equalTo("CASA-12"))
                .body("items[0].detail.dossierId", equalTo(dossierId.toString()));
    }

    @Test
    void takesANoteOfFiveHundredLetters() {
        // Given
        byte[] picture = Clips.mp4();

        // When
        var secured = secured(send(noted(ALEF.repeat(500)), picture), picture);

        // Then
        as(OFFICER).get("/api/v1/reports/" + secured.reportId()).then().body("text", equalTo("ا".repeat(500)));
    }

    @ParameterizedTest
    @MethodSource("badNotes")
    void refusesANoteThatIsNone(String encoded, String code) {
        send(noted(encoded), Clips.mp4())
                .statusCode(400)
                .body("violations.field", equalTo(List.of("X-Note")))
                .body("violations.code", equalTo(List.of(code)));
    }

    private static Stream<Arguments> badNotes() {
        return Stream.of(
                Arguments.of(ALEF.repeat(501), "TOO_LONG"),
                Arguments.of("a%0Ab", "MALFORMED"),
                Arguments.of("100%", "MALFORMED"));
    }

    @Test
    void doesNotTellTheCrewWhatOthersHaveBrought() {
        // Given
        byte[] clip = Clips.mp4();
        String known = Filed.by(PARTNER).medium(PARTNER, clip).toString();

        // When // Then
        bring(CREW, clip)
                .statusCode(201)
                .body("evidenceId", not(equalTo(known)))
                .body("alreadyKnown", nullValue());
    }

    @Test
    void showsTheCrewNothing() {
        // Given
        byte[] picture = Clips.mp4();
        var secured = secured(bring(CREW, picture), picture);

        // When // Then
        for (var path : List.of("/reports/" + secured.reportId(), "/evidence/" + secured.evidenceId(), "/reports")) {
            as(CREW).get("/api/v1" + path).then().statusCode(403);
        }
    }

    @Test
    void bringsItWhereTheIncidentIs() {
        // Given: a unit that helps out
        byte[] picture = Clips.mp4();

        // When
        var secured = secured(bring(CREW.withJurisdictions("MA-RAB"), picture), picture);

        // Then
        as(OFFICER).get("/api/v1/reports/" + secured.reportId()).then().statusCode(200);
        as(RABAT_OFFICER).get("/api/v1/reports/" + secured.reportId()).then().statusCode(404);
    }

    @Test
    void isOneForAPhoneThatSendsItTwice() {
        // Given
        byte[] picture = Clips.mp4();
        String key = UUID.randomUUID().toString();

        // When
        String first = send(asked(CREW).header("Idempotency-Key", key), picture)
                .statusCode(201)
                .extract()
                .path("evidenceId");

        // Then
        send(asked(CREW).header("Idempotency-Key", key), picture)
                .statusCode(201)
                .body("evidenceId", equalTo(first));
        var secured = secured(picture);
        as(OFFICER).get("/api/v1/evidence/" + first).then().body("reports.size()", equalTo(1));
        assertThat(secured.evidenceId()).hasToString(first);
    }

    @ParameterizedTest
    @CsvSource({
        "dossierId,    '',                       400",
        "dossierId,    nonsense,                 400",
        "jurisdiction, casablanca,               400",
        "takenAt,      2999-01-01T00:00:00Z,     400",
        "takenAt,      1930-01-01T00:00:00Z,     400"
    })
    void refusesWhatIsNoAccountOfAPicture(String field, String value, int status) {
        var told = new HashMap<>(account());
        told.put(field, value);
        told.values().removeIf(""::equals);
        send(as(CREW).contentType("video/mp4").queryParams(told), Clips.mp4()).statusCode(status);
    }

    @Test
    void refusesWhatIsNoPicture() {
        send(asked(CREW).contentType("text/plain"), "hello".getBytes(UTF_8)).statusCode(415);
    }

    @Test
    void refusesAnAccountOfNoUnit() {
        bring(UNIT, Clips.mp4()).statusCode(403).body("detail", equalTo("the account belongs to no unit"));
    }

    private ValidatableResponse bring(TestTokens crew, byte[] picture) {
        return send(asked(crew), picture);
    }

    private RequestSpecification asked(TestTokens crew) {
        return as(crew).contentType("video/mp4").queryParams(account()).header("X-Note", NOTE);
    }

    private RequestSpecification noted(String encoded) {
        return as(CREW).contentType("video/mp4").queryParams(account()).header("X-Note", "UTF-8''" + encoded);
    }

    private Map<String, String> account() {
        return Map.of("dossierId", dossierId.toString(), "jurisdiction", "MA-CAS", "takenAt", TAKEN_AT.toString());
    }

    private static ValidatableResponse send(RequestSpecification request, byte[] picture) {
        return request.body(picture).post("/api/v1/field-media").then();
    }

    private EvidenceSecured secured(ValidatableResponse answer, byte[] picture) {
        answer.statusCode(201);
        return secured(picture);
    }

    private EvidenceSecured secured(byte[] picture) {
        String sha256 = Clips.sha256(picture);
        return kafka.await(EvidenceSecured.class, event -> event.sha256().equals(sha256));
    }
}
