package ma.balagh.intake.obtain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.fetch.ScriptedServer;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.platform.test.TestTokens;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer does about media that could not be had. */
@QuarkusTest
final class MediaLinkResourceTest {

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private Links.Site site;

    @BeforeEach
    void open() throws IOException {
        links.park();
        site = new Links.Site();
    }

    @AfterEach
    void close() throws IOException {
        site.server().close();
    }

    @Test
    void listsWorkOldestFirst() {
        // Given
        Filed first = gone("MA-CAS-OLD");
        Filed second = gone("MA-CAS-OLD");
        // Then
        String path = "/api/v1/media-links?state=UNOBTAINABLE&reason=NOT_FOUND&jurisdiction=MA-CAS-OLD";
        String next = as(OFFICER)
                .get(path + "&limit=1")
                .then()
                .statusCode(200)
                .body("items.reportId", contains(first.id().toString()))
                .body("items[0].jurisdiction", equalTo("MA-CAS-OLD"))
                .body("items[0].attempts", equalTo(1))
                .extract()
                .path("next");
        as(OFFICER)
                .get(path + "&limit=1&cursor=" + next)
                .then()
                .body("items.reportId", contains(second.id().toString()))
                .body("next", equalTo(null));
        assertThat(as(OFFICER)
                        .get("/api/v1/media-links?state=TO_OBTAIN&jurisdiction=MA-CAS-OLD")
                        .then()
                        .extract()
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void tellsWhatFailsFromWhatIsBeingFetched() {
        // Given
        site.says("/film.mp4", ScriptedServer.saying("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        Filed failing = naming("MA-CAS-FAIL");
        links.obtain(failing.id(), site.fetcher());
        links.park();
        Filed waiting = Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"jurisdiction\": \"MA-CAS-FAIL\", \"mediaUrls\": [\"%s\"]}"
                        .formatted(site.url("/other.mp4")));
        // Then
        String path = "/api/v1/media-links?state=TO_OBTAIN&jurisdiction=MA-CAS-FAIL";
        as(OFFICER)
                .get(path + "&failing=true")
                .then()
                .statusCode(200)
                .body("items.reportId", contains(failing.id().toString()))
                .body("items[0].failures", equalTo(1));
        as(OFFICER)
                .get(path + "&failing=false")
                .then()
                .body("items.reportId", contains(waiting.id().toString()))
                .body("items[0].failures", equalTo(0));
        as(OFFICER).get(path).then().body("items.size()", equalTo(2));
    }

    @Test
    void showsLinksToOfficersOfTheTerritoryOnly() {
        // Given
        MediaLink link = links.only(gone("MA-CAS").id());
        String path = "/api/v1/media-links/" + link.id();
        // Then
        as(CASABLANCA_OFFICER).get(path).then().statusCode(200);
        as(RABAT_OFFICER).get(path).then().statusCode(404);
        retry(RABAT_OFFICER, link.id(), "Encore une fois").statusCode(404);
        as(ANALYST).get(path).then().statusCode(403);
        as(PARTNER).get("/api/v1/media-links").then().statusCode(403);
        assertThat(as(RABAT_OFFICER).get("/api/v1/media-links?limit=200").asString())
                .doesNotContain(link.id().toString());
        as(OFFICER).get("/api/v1/media-links?reason=not%20found").then().statusCode(400);
        as(OFFICER).get("/api/v1/media-links?jurisdiction=casablanca").then().statusCode(400);
        as(OFFICER).get("/api/v1/media-links?state=LOST").then().statusCode(400);
    }

    @Test
    void triesAgainWhenAnOfficerHasAReason() {
        // Given
        Filed filed = gone("MA-CAS");
        MediaLink link = links.only(filed.id());
        String tag = as(OFFICER).get("/api/v1/media-links/" + link.id()).header("ETag");
        // Then
        retry(OFFICER, link.id(), " ").statusCode(400);
        retry(OFFICER, link.id(), "Remis en ligne")
                .statusCode(200)
                .body("state", equalTo("TO_OBTAIN"))
                .body("reason", equalTo("NOT_FOUND"));
        as(OFFICER)
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Remis en ligne\"}")
                .post("/api/v1/media-links/" + link.id() + "/retry")
                .then()
                .statusCode(412);
        // When
        site.shows("/film.mp4", "", Clips.mp4());
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(MediaLink.State.OBTAINED);
        retry(OFFICER, link.id(), "Encore").statusCode(409);
    }

    @Test
    void takesTheFileThatAnOfficerBrings() {
        // Given
        Filed filed = gone("MA-CAS");
        MediaLink link = links.only(filed.id());
        byte[] film = Clips.mp4();
        // When
        String evidence =
                bring(filed, link.id(), film).statusCode(201).extract().path("evidenceId");
        // Then
        MediaLink brought = links.only(filed.id());
        assertThat(brought.state()).isEqualTo(MediaLink.State.OBTAINED);
        assertThat(brought.evidenceId()).hasToString(evidence);
        as(OFFICER).get("/api/v1/evidence/" + evidence).then().body("origins", equalTo(List.of()));
        bring(filed, link.id(), Clips.mp4()).statusCode(409);
        bring(Filed.by(OFFICER), link.id(), film).statusCode(400).body("violations.field", contains("mediaLink"));
        bring(filed, UUID.randomUUID(), film).statusCode(400);
    }

    @Test
    void doesNotSecureTwiceWhatIsBroughtWhileItIsFetched() throws InterruptedException {
        // Given
        var asked = new CountDownLatch(1);
        var brought = new CountDownLatch(1);
        site.says("/film.mp4", (head, out) -> {
            asked.countDown();
            brought.await();
            ScriptedServer.saying(ScriptedServer.ok("", new String(Clips.mp4(), ISO_8859_1)))
                    .answer(head, out);
        });
        Filed filed = naming("MA-CAS");
        links.due(filed.id());
        LinkTask task = links.claim().orElseThrow();
        Thread fetching = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> links.work(task, site.fetcher()))
                        .isInstanceOf(LeaseLostException.class));
        asked.await();
        // When
        bring(filed, task.id(), Clips.mp4()).statusCode(201);
        brought.countDown();
        fetching.join();
        // Then
        assertThat(as(OFFICER).get("/api/v1/reports/" + filed.id()).<List<Object>>path("media"))
                .hasSize(1);
    }

    @Test
    void countsWhatIsMissing() {
        // Given
        gone("MA-CAS");
        naming("MA-CAS");
        // Then
        await().untilAsserted(() -> {
            var lines = new ArrayList<>(
                    as(OFFICER).get("/q/metrics").asString().lines().toList());
            assertThat(lines).anyMatch(line -> line.startsWith("balagh_media_unobtainable{reason=\"NOT_FOUND\"} "));
            assertThat(lines).anyMatch(line -> line.matches("balagh_media_to_obtain [1-9].*"));
            assertThat(lines).anyMatch(line -> line.startsWith("balagh_media_to_obtain_oldest_seconds "));
            assertThat(lines)
                    .anyMatch(line -> line.startsWith("balagh_media_attempts_total{outcome=\"unobtainable\"} "));
            assertThat(lines).anyMatch(line -> line.startsWith("balagh_media_fetched_bytes_total "));
        });
    }

    private static ValidatableResponse retry(TestTokens person, UUID link, String reason) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/v1/media-links/" + link + "/retry")
                .then();
    }

    private static ValidatableResponse bring(Filed filed, UUID link, byte[] medium) {
        return as(OFFICER)
                .contentType("video/mp4")
                .body(medium)
                .post("/api/v1/reports/" + filed.id() + "/media?mediaLink=" + link)
                .then();
    }

    /** A report whose medium is not there. */
    private Filed gone(String jurisdiction) {
        Filed filed = naming(jurisdiction);
        links.obtain(filed.id(), site.fetcher());
        return filed;
    }

    private Filed naming(String jurisdiction) {
        return Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"jurisdiction\": \"%s\", \"mediaUrls\": [\"%s\"]}"
                        .formatted(jurisdiction, site.url("/film.mp4")));
    }
}
