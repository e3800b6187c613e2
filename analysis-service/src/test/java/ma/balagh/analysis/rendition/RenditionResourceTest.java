package ma.balagh.analysis.rendition;

import static ma.balagh.analysis.rendition.Studios.ANALYST;
import static ma.balagh.analysis.rendition.Studios.PLAYABLE;
import static ma.balagh.analysis.rendition.Studios.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class RenditionResourceTest extends LaboratoryVisit {

    @Test
    void makesAFilmForBrowsersAndGivesItInParts() throws Exception {
        // Given
        Path clip =
                Media.clip(directory.resolve("a.webm"), Media.FRACTAL, 4, "-c:v", "libvpx", "-deadline", "realtime");
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // When
        UUID id = ANALYST.ordered(examination, PLAYABLE);
        var ready = ANALYST.awaits(id, "READY").then();

        // Then
        byte[] film = ANALYST.content(id);
        String digest = sha256(film);
        ready.body("mediaType", equalTo("video/mp4"))
                .body("size", equalTo(film.length))
                .body("progress", equalTo(1.0f))
                .body("frames", equalTo(100))
                .body("faces", nullValue())
                .body("orderedBy", equalTo("analyst"))
                .body("record.method", equalTo("rendition.playable"))
                .body("record.originalSha256", equalTo(sha256(Files.readAllBytes(clip))))
                .body("record.resultSha256", equalTo(digest))
                .body("record.tool", containsString("ffmpeg 7"))
                .body("record.commands", hasItem(containsString("libx264")));
        assertThat(film).hasSizeGreaterThan(RenditionContentStore.PIECE / 8);
        String content = "/api/v1/renditions/" + id + "/content";
        byte[] part = ANALYST.why()
                .header("Range", "bytes=100-1099")
                .get(content)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-1099/" + film.length)
                .header("ETag", "\"" + digest + "\"")
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(film, 100, 1100));
        ANALYST.why()
                .header("Range", "bytes=" + film.length + "-")
                .get(content)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + film.length);
        ANALYST.why()
                .header("If-None-Match", "\"" + digest + "\"")
                .get(content)
                .then()
                .statusCode(304);
        ANALYST.request().get(content).then().statusCode(428);
        ANALYST.why().accept("image/*").get(content).then().statusCode(406);
        assertThat(looks(id)).containsExactly("analyst: " + PURPOSE);
    }

    @Test
    void readsAcrossThePiecesOfALargeOne() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("large.mp4"), "nullsrc=s=640x480:r=10,geq=random(1)*255:128:128", 3, "-crf", "10");
        UUID id = ANALYST.ordered(arrivals.awaitExamined(arrivals.secured(clip)).examinationId(), PLAYABLE);
        ANALYST.awaits(id, "READY");

        // When
        byte[] film = ANALYST.content(id);

        // Then
        assertThat(film).hasSizeGreaterThan(2 * RenditionContentStore.PIECE);
        int from = RenditionContentStore.PIECE - 10;
        int to = 2 * RenditionContentStore.PIECE + 10;
        byte[] part = ANALYST.why()
                .header("Range", "bytes=" + from + "-" + (to - 1))
                .get("/api/v1/renditions/{id}/content", id)
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(film, from, to));
    }

    @Test
    void fulfilsTheSameWishOnceAlsoForManyAtOnce() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("b.mp4"), Media.cells(301), 1);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // When
        var ids = new HashSet<String>();
        var created = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Response> order = () -> ANALYST.orders(examination, PLAYABLE);
            var answers = people.invokeAll(Collections.nCopies(8, order));
            for (var answer : answers) {
                ids.add(answer.get().path("id"));
                created.addAndGet(answer.get().statusCode() == 201 ? 1 : 0);
            }
        }

        // Then
        assertThat(ids).hasSize(1);
        assertThat(created).hasValue(1);
        UUID id = UUID.fromString(ids.iterator().next());
        ANALYST.awaits(id, "READY");
        ANALYST.orders(examination, PLAYABLE).then().statusCode(200).body("id", equalTo(id.toString()));
        ANALYST.request()
                .get("/api/v1/examinations/{id}/renditions", examination)
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("next", nullValue());
    }

    @Test
    void answersAKeyAsBefore() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("c.mp4"), Media.cells(302), 1);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();
        String key = IdGenerator.next().toString();

        // When
        var first =
                ordersWith(key, examination, PLAYABLE).then().statusCode(201).extract();
        var second =
                ordersWith(key, examination, PLAYABLE).then().statusCode(201).extract();

        // Then
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        ordersWith(key, examination, Map.of("kind", "REDACTED")).then().statusCode(422);
    }

    @Test
    void refusesWhatMakesNoSense() {
        UUID nowhere = IdGenerator.next();
        var all = Map.of("left", 0.5, "top", 0, "right", 0.5, "bottom", 1);

        refuses(nowhere, Map.of(), "kind");
        refuses(nowhere, Map.of("kind", "PLAYABLE", "faces", true), "kind");
        refuses(nowhere, Map.of("kind", "REDACTED", "faces", false, "sound", "KEEP"), "faces");
        refuses(nowhere, Map.of("kind", "REDACTED", "rectangles", List.of(all)), "rectangles[0]");
        refuses(nowhere, Map.of("kind", "REDACTED", "rectangles", List.of(Map.of("left", 2))), "rectangles[0].left");
    }

    @Test
    void existsForNobodyWhoMayNotSeeTheEvidence() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("d.mp4"), Media.cells(303), 1);
        UUID examination = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();
        UUID id = ANALYST.ordered(examination, PLAYABLE);
        ANALYST.awaits(id, "READY");

        // Then
        for (TestTokens stranger : List.of(
                TestTokens.of("rabat", Roles.ANALYST).withJurisdictions("MA-RBA"),
                TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS))) {
            var person = new Studios(stranger);
            person.reads(id).then().statusCode(404);
            person.why().get("/api/v1/renditions/{id}/content", id).then().statusCode(404);
            person.orders(examination, PLAYABLE).then().statusCode(404);
            person.request()
                    .get("/api/v1/examinations/{id}/renditions", examination)
                    .then()
                    .statusCode(404);
            person.why()
                    .get("/api/v1/examinations/{id}/still", examination)
                    .then()
                    .statusCode(404);
            person.why()
                    .get("/api/v1/examinations/{id}/contact-sheet", examination)
                    .then()
                    .statusCode(404);
        }
        var auditor = new Studios(TestTokens.of("auditor", Roles.AUDITOR));
        auditor.reads(id).then().statusCode(200);
        auditor.orders(examination, PLAYABLE).then().statusCode(403);
    }

    @Test
    void keepsLooksFromBeingChanged() {
        // When
        var change = org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> database.execute("delete from rendition_look"));

        // Then
        change.hasMessageContaining("append-only");
    }

    private static Response ordersWith(String key, UUID examination, Map<String, ?> wish) {
        return ANALYST.request()
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/api/v1/examinations/{id}/renditions", examination);
    }

    private static void refuses(UUID examination, Map<String, ?> wish, String field) {
        ANALYST.orders(examination, wish).then().statusCode(400).body("violations.field", hasItem(field));
    }

    private List<String> looks(UUID renditionId) {
        return database.list(
                String.class,
                "select viewer_name || ': ' || purpose from rendition_look where rendition_id = ?",
                renditionId);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
