package ma.balagh.analysis.rendition;

import static io.restassured.RestAssured.given;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.face.DrawnFace;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What those who are sent see of a dossier, and who sees nothing of it. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class RedactedStillResourceTest extends LaboratoryVisit {

    private static final String PURPOSE = "Sending a patrol to the place";
    private static final TestTokens DISPATCHER = TestTokens.of("dispatcher", Roles.DISPATCHER);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @Test
    void hidesTheFaceThatTheMomentShowsAndLogsWhoLooked() throws Exception {
        // Given: for two pictures, the marked one among them, the eyes are covered
        UUID evidence = examined(film("drawbox=x=270:y=135:w=60:h=22:c=black:t=fill:enable='between(t,0.96,1.04)'"));
        UUID dossier = concluded(evidence, 1.0);

        // When
        awaitState(dossier, "READY")
                .statusCode(200)
                .body("evidenceId", equalTo(evidence.toString()))
                .body("at", equalTo(1.0f))
                .body("faces", equalTo(1))
                .body("reason", nullValue());
        byte[] jpeg = content(DISPATCHER, dossier)
                .statusCode(200)
                .contentType("image/jpeg")
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();

        // Then
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(jpeg));
        BufferedImage original = ImageIO.read(new ByteArrayInputStream(moment(evidence)));
        assertThat(difference(shown, original, 260, 110, 340, 230)).isGreaterThan(15);
        assertThat(difference(shown, original, 0, 0, 120, HEIGHT)).isLessThan(4);
        assertThat(looks(dossier)).containsExactly("dispatcher: " + PURPOSE);
        read(DISPATCHER, dossier, "/content").statusCode(428);
    }

    @Test
    void existsForItsJurisdictionAndForTheUnitThatIsSent() throws Exception {
        // Given
        UUID dossier = concluded(examined(Media.clip(directory.resolve("b.mp4"), Media.cells(901), 1)), 0.5);
        awaitState(dossier, "READY");
        TestTokens unit = TestTokens.of("patrol", Roles.FIELD_UNIT).withUnit("ALPHA-STILL");

        // Then
        for (TestTokens stranger : List.of(
                DISPATCHER.withJurisdictions("MA-RBA"),
                TestTokens.of("commander", Roles.COMMANDER).withJurisdictions("MA-RBA"),
                TestTokens.of("nobody", Roles.FIELD_UNIT),
                unit)) {
            read(stranger, dossier, "").statusCode(404);
            content(stranger, dossier).statusCode(404);
        }
        read(TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS), dossier, "").statusCode(403);
        given().auth()
                .oauth2(DISPATCHER.sign())
                .get("/api/v1/dossiers/{id}", dossier)
                .then()
                .statusCode(403);

        // When: it is sent, and comes back
        UUID incident = IdGenerator.next();
        UUID assignment = IdGenerator.next();
        UUID unitId = IdGenerator.next();
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unitId, "ALPHA-STILL", "MA-CAS", Instant.now()));
        await().untilAsserted(() -> content(unit, dossier).statusCode(200));
        content(unit.withJurisdictions("MA-RBA"), dossier).statusCode(404);
        kafka.publish(new UnitStoodDown(incident, dossier, assignment, unitId, Instant.now()));

        // Then
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(404));
        UUID next = IdGenerator.next();
        kafka.publish(new UnitAssigned(incident, dossier, next, unitId, "ALPHA-STILL", "MA-CAS", Instant.now()));
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(200));
        kafka.publish(new UnitProgressed(incident, dossier, next, unitId, ProgressStatus.CLEARED, Instant.now()));
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(404));
    }

    @Test
    void existsForTheUnitThatIsLentAndNotForItsNamesake() throws Exception {
        // Given
        UUID dossier = concluded(examined(Media.clip(directory.resolve("l.mp4"), Media.cells(905), 1)), 0.5);
        awaitState(dossier, "READY");
        TestTokens lent =
                TestTokens.of("lent", Roles.FIELD_UNIT).withUnit("LENT-STILL").withJurisdictions("MA-RBA");

        // When
        kafka.publish(new UnitAssigned(
                IdGenerator.next(),
                dossier,
                IdGenerator.next(),
                IdGenerator.next(),
                "LENT-STILL",
                "MA-RBA",
                Instant.now()));

        // Then
        await().untilAsserted(() -> content(lent, dossier).statusCode(200));
        read(lent.withJurisdictions("MA-CAS"), dossier, "").statusCode(404);
        content(lent.withJurisdictions("MA-CAS"), dossier).statusCode(404);
    }

    @Test
    void existsForNoCrewThatMayBeOfSeveralUnits() throws Exception {
        // Given
        UUID dossier = concluded(examined(Media.clip(directory.resolve("t.mp4"), Media.cells(908), 1)), 0.5);
        awaitState(dossier, "READY");
        TestTokens crew = TestTokens.of("twin", Roles.FIELD_UNIT).withUnit("TWIN-STILL");
        send(dossier, "TWIN-STILL", "MA-CAS-ANFA");
        await().untilAsserted(
                        () -> content(crew.withJurisdictions("MA-CAS"), dossier).statusCode(200));

        // When: another unit of that name is known
        send(IdGenerator.next(), "TWIN-STILL", "MA-CAS");

        // Then: the account names the other one
        await().untilAsserted(() ->
                read(crew.withJurisdictions("MA-CAS"), dossier, "").statusCode(404));
        content(crew.withJurisdictions("MA-CAS"), dossier).statusCode(404);
        read(crew.withJurisdictions("MA"), dossier, "").statusCode(404);
        content(crew.withJurisdictions("MA-CAS-ANFA"), dossier).statusCode(200);
    }

    @Test
    void existsNoMoreForAUnitThatAnOutcomeReleased() throws Exception {
        // Given
        UUID dossier = concluded(examined(Media.clip(directory.resolve("r.mp4"), Media.cells(907), 1)), 0.5);
        TestTokens unit = TestTokens.of("released", Roles.FIELD_UNIT).withUnit("BRAVO-STILL");
        UUID incident = IdGenerator.next();
        UUID unitId = IdGenerator.next();
        Instant at = Instant.now();
        kafka.publish(new UnitAssigned(incident, dossier, IdGenerator.next(), unitId, "BRAVO-STILL", "MA-CAS", at));
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(anyOf(equalTo(200), equalTo(202))));

        // When
        kafka.publish(new IncidentResolved(
                incident, dossier, OutcomeKind.NOT_FOUND, 0, at.plusSeconds(60), IdGenerator.next()));
        kafka.publish(new IncidentReopened(incident, dossier, at.plusSeconds(120)));
        await().until(() -> database.one(
                        Long.class,
                        "select count(*) from incident where incident_id = ? and reopened_at is not null",
                        incident)
                == 1);

        // Then
        read(unit, dossier, "").statusCode(404);
        kafka.publish(new UnitAssigned(
                incident, dossier, IdGenerator.next(), unitId, "BRAVO-STILL", "MA-CAS", at.plusSeconds(180)));
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(anyOf(equalTo(200), equalTo(202))));
    }

    @Test
    void takesAUnitOfWhichTheJurisdictionIsUnknownForOneOfTheDossiers() throws Exception {
        // Given: events of earlier releases
        UUID dossier = concluded(examined(Media.clip(directory.resolve("m.mp4"), Media.cells(906), 1)), 0.5);
        TestTokens unit =
                TestTokens.of("early", Roles.FIELD_UNIT).withUnit("EARLY-STILL").withJurisdictions("MA-CAS");

        // When
        kafka.publish(new UnitAssigned(
                IdGenerator.next(),
                dossier,
                IdGenerator.next(),
                IdGenerator.next(),
                "EARLY-STILL",
                null,
                Instant.now()));

        // Then
        await().untilAsserted(() -> read(unit, dossier, "").statusCode(anyOf(equalTo(200), equalTo(202))));
        read(unit.withJurisdictions("MA-RBA"), dossier, "").statusCode(404);
    }

    @Test
    void isNothingOfMisconductNorOfWhatWasWithdrawnOrIsOnlyProposed() throws Exception {
        // Given
        UUID evidence = examined(Media.clip(directory.resolve("c.mp4"), Media.cells(902), 1));
        UUID dossier = dossierOf(evidence);
        ANALYST.proposes(dossier, offence(evidence, 0.5)).statusCode(201);
        read(DISPATCHER, dossier, "").statusCode(404);
        confirm(dossier);
        read(DISPATCHER, dossier, "").statusCode(202).header("Retry-After", "3");

        // When
        OFFICER.reopensWith(OFFICER_2, dossier);
        read(DISPATCHER, dossier, "").statusCode(404);
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        read(DISPATCHER, dossier, "").statusCode(404);
        content(TestTokens.of("commander", Roles.COMMANDER), dossier).statusCode(404);
    }

    @Test
    void saysWhyThereIsNoneAndShowsNothing() throws Exception {
        // Given
        UUID dossier = concluded(examined(Media.clip(directory.resolve("d.mp3"), "sine", 1)), 0);

        // Then
        awaitState(dossier, "FAILED").body("reason", equalTo("NOTHING_LEFT")).body("content", nullValue());
        content(DISPATCHER, dossier).statusCode(410).body("type", endsWith("/problems/rendition-gone"));
    }

    @Test
    void isMadeAnewWhenItWasNotKeptButNotOfErasedEvidence() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("e.mp4"), Media.cells(903), 1);
        UUID evidence = examined(clip);
        UUID dossier = concluded(evidence, 0.5);
        awaitState(dossier, "READY");

        // When
        database.execute("""
                with gone as (update rendition set state = 'EXPIRED' where evidence_id = ? returning id)
                delete from rendition_piece using gone where rendition_id = gone.id
                """, evidence);

        // Then
        awaitState(dossier, "READY");
        content(DISPATCHER, dossier).statusCode(200);
        arrivals.erased(evidence, Files.readAllBytes(clip));
        await().untilAsserted(() -> read(DISPATCHER, dossier, "").statusCode(410));
    }

    @Test
    void marksNoMomentBehindTheEnd() throws Exception {
        // Given
        UUID evidence = examined(Media.clip(directory.resolve("f.mp4"), Media.cells(904), 1));

        // Then
        ANALYST.proposes(dossierOf(evidence), offence(evidence, 1.5))
                .statusCode(400)
                .body("violations.field", hasItem("still.at"))
                .body("violations.code", hasItem("TOO_LARGE"));
    }

    private void send(UUID dossier, String callSign, String jurisdiction) {
        kafka.publish(new UnitAssigned(
                IdGenerator.next(),
                dossier,
                IdGenerator.next(),
                IdGenerator.next(),
                callSign,
                jurisdiction,
                Instant.now()));
    }

    private UUID concluded(UUID evidence, double at) {
        UUID dossier = dossierOf(evidence);
        ANALYST.proposes(dossier, offence(evidence, at)).statusCode(201);
        confirm(dossier);
        return dossier;
    }

    private static void confirm(UUID dossier) {
        String proposal = ANALYST.reads(dossier).extract().path("proposals[-1].id");
        OFFICER.decides(dossier, UUID.fromString(proposal), "CONFIRM").statusCode(200);
    }

    private static Map<String, Object> offence(UUID evidence, double at) {
        return Map.of(
                "verdict",
                "PRESUMED_OFFENCE",
                "reasons",
                "Vol avec violence visible",
                "still",
                Map.of("evidenceId", evidence, "at", at));
    }

    private static ValidatableResponse awaitState(UUID dossier, String state) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> read(DISPATCHER, dossier, "").extract().path("state"), state::equals);
        return read(DISPATCHER, dossier, "");
    }

    private static ValidatableResponse read(TestTokens who, UUID dossier, String part) {
        return given().auth()
                .oauth2(who.sign())
                .get("/api/v1/dossiers/" + dossier + "/still" + part)
                .then();
    }

    private static ValidatableResponse content(TestTokens who, UUID dossier) {
        return given().auth()
                .oauth2(who.sign())
                .header("X-Purpose", PURPOSE)
                .get("/api/v1/dossiers/{id}/still/content", dossier)
                .then();
    }

    /** A clip of two seconds, in which a person stands still. */
    private Path film(String filter) throws IOException {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        DrawnFace.draw(luma, WIDTH, 300, 170, 80);
        Path picture = directory.resolve("face.pgm");
        byte[] header = "P5 %d %d 255\n".formatted(WIDTH, HEIGHT).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Files.write(picture, header);
        Files.write(picture, luma, java.nio.file.StandardOpenOption.APPEND);
        return Media.copy(
                directory.resolve("face.mp4"),
                picture,
                "-vf",
                "loop=loop=49:size=1,setpts=N/25/TB,format=yuv420p," + filter,
                "-r",
                "25",
                "-c:v",
                "libx264");
    }

    private byte[] moment(UUID evidence) {
        UUID examination = database.one(UUID.class, "select id from examination where evidence_id = ?", evidence);
        return Studios.ANALYST
                .why()
                .get("/api/v1/examinations/{id}/still?at=1", examination)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static double difference(BufferedImage one, BufferedImage other, int left, int top, int right, int bottom) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    private List<String> looks(UUID dossier) {
        return database.list(String.class, """
                select viewer_name || ': ' || rendition_look.purpose
                from rendition_look
                join rendition on rendition.id = rendition_id
                join dossier_evidence using (evidence_id)
                where dossier_id = ? and rendition.kind = 'STILL'
                """, dossier);
    }
}
