package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class MediaResourceTest {

    private static final Path STORE = Path.of("target/evidence");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @Test
    void securesAMediumByteForByte() throws IOException {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4();
        String sha256 = Clips.sha256(clip);
        // When
        ValidatableResponse response = as(PARTNER)
                .contentType("video/mp4")
                .header("Repr-Digest", Clips.reprDigest(clip))
                .header("Content-Disposition", "attachment; filename=\"../../vidéo.mp4\"")
                .body(clip)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then();
        // Then
        String evidenceId = response.statusCode(201)
                .body("sha256", equalTo(sha256))
                .body("size", equalTo(clip.length))
                .body("mediaType", equalTo("video/mp4"))
                .body("alreadyKnown", equalTo(false))
                .extract()
                .path("evidenceId");
        response.header("Location", endsWith("/api/v1/evidence/" + evidenceId));
        Path file = STORE.resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        assertThat(Files.readAllBytes(file)).isEqualTo(clip);
        var told = kafka.await(EvidenceSecured.class, event -> event.sha256().equals(sha256));
        assertThat(told.evidenceId()).hasToString(evidenceId);
        assertThat(told.reportId()).isEqualTo(filed.id());
        assertThat(told.size()).isEqualTo(clip.length);
        as(PARTNER).get("/api/v1/reports/" + filed.id()).then().body("media.evidenceId", equalTo(List.of(evidenceId)));
    }

    @Test
    void recognisesTheSameBytesWhereTheyAreSeen() {
        // Given
        byte[] clip = Clips.mp4();
        Filed first = Filed.by(PARTNER);
        Filed second = Filed.by(OTHER_PARTNER);
        String evidenceId = send(PARTNER, first, clip).statusCode(201).extract().path("evidenceId");
        Filed third = Filed.by(OFFICER);
        // When: who does not see the first report does not learn of it
        String another = send(OTHER_PARTNER, second, clip)
                .statusCode(201)
                .body("alreadyKnown", equalTo(false))
                .body("evidenceId", not(equalTo(evidenceId)))
                .extract()
                .path("evidenceId");
        send(OTHER_PARTNER, second, clip)
                .statusCode(201)
                .body("alreadyKnown", equalTo(true))
                .body("evidenceId", equalTo(another));
        send(OFFICER, third, clip)
                .statusCode(201)
                .body("alreadyKnown", equalTo(true))
                .body("evidenceId", equalTo(evidenceId));
        // Then
        var told = kafka.await(EvidenceSighted.class, event -> event.reportId().equals(third.id()));
        assertThat(told.evidenceId()).hasToString(evidenceId);
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceId + "/custody")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("items.action", equalTo(List.of("SECURED", "SIGHTED")));
        as(OFFICER)
                .get("/api/v1/evidence/" + another + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "SIGHTED")));
        as(OFFICER).get("/api/v1/evidence/" + evidenceId).then().body("reports", hasSize(2));
        as(PARTNER).get("/api/v1/evidence/" + evidenceId).then().body("reports", hasSize(1));
    }

    @Test
    void makesOneEvidenceOfTheSameBytesFromManyClientsAtOnce() throws Exception {
        // Given
        byte[] clip = Clips.mp4();
        List<Callable<String>> clients = IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i -> () -> send(PARTNER, Filed.by(PARTNER), clip)
                        .statusCode(201)
                        .extract()
                        .path("evidenceId"))
                .toList();
        // When
        List<Future<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(clients);
        }
        // Then
        List<String> ids = answers.stream().map(Future::resultNow).distinct().toList();
        assertThat(ids).hasSize(1);
        as(OFFICER)
                .get("/api/v1/evidence/" + ids.getFirst() + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items", hasSize(6))
                .body("items.findAll { it.action == 'SECURED' }", hasSize(1));
        kafka.awaitOnly(
                EvidenceSecured.class, event -> event.evidenceId().toString().equals(ids.getFirst()));
    }

    @Test
    void refusesBytesThatAreNotThoseOfTheDigest() throws IOException {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4();
        // When
        as(PARTNER)
                .contentType("video/mp4")
                .header("Repr-Digest", Clips.reprDigest(Clips.mp4()))
                .body(clip)
                .post("/api/v1/reports/" + filed.id() + "/media")
                // Then
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/digest-mismatch"));
        assertNothingIsKept(filed, clip);
    }

    @Test
    void refusesTextThatIsCalledAVideo() throws IOException {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] text = "this is no video".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        // Then
        send(PARTNER, filed, text)
                .statusCode(415)
                .body("type", equalTo("/problems/not-a-medium"))
                .body("detail", containsString("first bytes"));
        assertNothingIsKept(filed, text);
    }

    @Test
    void refusesATypeThatIsNoMedium() {
        // Given
        Filed filed = Filed.by(PARTNER);
        // Then
        for (String type : List.of("application/pdf", "image/svg+xml", "model/mtl", "text/plain")) {
            as(PARTNER)
                    .header("Content-Type", type)
                    .body(Clips.mp4())
                    .post("/api/v1/reports/" + filed.id() + "/media")
                    .then()
                    .statusCode(415)
                    .body("violations.field", equalTo(List.of("Content-Type")));
        }
    }

    @Test
    void refusesAContentTypeThatIsNone() {
        as(PARTNER)
                .header("Content-Type", "garbage")
                .body(Clips.mp4())
                .post("/api/v1/reports/" + Filed.by(PARTNER).id() + "/media")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("Content-Type")));
    }

    @Test
    void refusesAnEmptyMedium() throws IOException {
        // Given
        Filed filed = Filed.by(PARTNER);
        // Then
        send(PARTNER, filed, new byte[0])
                .statusCode(400)
                .body("type", equalTo("/problems/empty-medium"))
                .body("violations.field", equalTo(List.of("body")));
        assertNothingIsKept(filed, new byte[0]);
    }

    @Test
    void refusesAMediumThatIsTooLarge() throws IOException {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4(1, 9 * 1024 * 1024);
        // Then
        send(PARTNER, filed, clip).statusCode(413).body("type", equalTo("/problems/medium-too-large"));
        assertNothingIsKept(filed, clip);
    }

    @Test
    void takesNothingForAReportOfSomebodyElse() {
        // Given
        Filed filed = Filed.by(PARTNER);
        // Then
        send(OTHER_PARTNER, filed, Clips.mp4()).statusCode(404);
    }

    @Test
    void givesTheSameAnswerToTheSameKey() {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] clip = Clips.mp4();
        // When
        String first = sendWithKey(filed, clip).statusCode(201).extract().body().asString();
        String again = sendWithKey(filed, clip).statusCode(201).extract().body().asString();
        // Then
        assertThat(again).isEqualTo(first).contains("\"alreadyKnown\":false");
        sendWithKey(filed, Clips.mp4()).statusCode(422);
    }

    private static ValidatableResponse sendWithKey(Filed filed, byte[] clip) {
        return as(PARTNER)
                .contentType("video/mp4")
                .header("Idempotency-Key", "key-of-" + filed.id())
                .body(clip)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then();
    }

    private static ValidatableResponse send(TestTokens person, Filed filed, byte[] bytes) {
        return as(person)
                .contentType("video/mp4")
                .body(bytes)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then();
    }

    private static void assertNothingIsKept(Filed filed, byte[] bytes) throws IOException {
        as(PARTNER).get("/api/v1/reports/" + filed.id()).then().statusCode(200).body("media", hasSize(0));
        assertThat(filesIn(STORE.resolve("sha256"))).noneMatch(file -> file.endsWith(Clips.sha256(bytes)));
        assertThat(filesIn(STORE.resolve("incoming"))).allMatch(file -> file.endsWith("lock"));
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
