package ma.balagh.intake.obtain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.ScriptedServer;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.evidence.PartialMediumStore;
import ma.balagh.intake.evidence.PartialMediumWriter;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
final class LinkFetchTest {

    private static final Path PARTIAL = Path.of("target/evidence/partial");

    @Inject
    Links links;

    @Inject
    LinkFetchQueue queue;

    @Inject
    PartialMediumStore partials;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

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
    void securesWhatItFetchesWithWhereItComesFrom() throws IOException {
        // Given
        byte[] film = Clips.mp4();
        site.says("/go", ScriptedServer.saying(ScriptedServer.redirect(302, "/film.mp4")));
        site.shows(
                "/film.mp4",
                "Content-Type: video/mp4; x=y\r\nContent-Disposition: attachment; filename=\"casa.mp4\"\r\nX-Served-By: edge\r\n",
                film);
        Filed filed = naming("/go");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        MediaLink link = links.only(filed.id());
        assertThat(link.state()).isEqualTo(MediaLink.State.OBTAINED);
        var told = kafka.await(EvidenceSecured.class, event -> event.reportId().equals(filed.id()));
        assertThat(told.evidenceId()).isEqualTo(link.evidenceId());
        assertThat(told.sha256()).isEqualTo(Clips.sha256(film));
        assertThat(stored(film)).isEqualTo(film);
        assertThat(PARTIAL.resolve(link.id().toString())).doesNotExist();
        as(OFFICER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("mediaUrls.state", equalTo(List.of("OBTAINED")))
                .body("media.fileName", equalTo(List.of("casa.mp4")));
        String fetchId = as(OFFICER)
                .get("/api/v1/evidence/" + link.evidenceId())
                .then()
                .body("origins", hasSize(1))
                .body("origins[0].address", equalTo(site.url("/go")))
                .body("origins[0].finalAddress", equalTo(site.url("/film.mp4")))
                .body("origins[0].redirects.status", equalTo(List.of(302)))
                .body("origins[0].headers.find { it.name == 'X-Served-By' }.value", equalTo("edge"))
                .body(
                        "origins[0].connectedTo",
                        equalTo("127.0.0.1:" + site.server().port()))
                .body("origins[0].bytes", equalTo(film.length))
                .body("origins[0].sha256", equalTo(Clips.sha256(film)))
                .extract()
                .path("origins[0].id");
        as(OFFICER)
                .get("/api/v1/evidence/" + link.evidenceId() + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items[0].actor", equalTo("fetcher"))
                .body("items[0].detail.fetchId", equalTo(fetchId))
                .body("items[0].detail.finalUrl", equalTo(site.url("/film.mp4")));
    }

    @Test
    void recognisesBytesThatAreKnown() {
        // Given
        byte[] film = Clips.mp4();
        UUID known = Filed.by(OFFICER).medium(OFFICER, film);
        site.shows("/film.mp4", "", film);
        Filed filed = naming("/film.mp4");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).evidenceId()).isEqualTo(known);
        as(OFFICER)
                .get("/api/v1/evidence/" + known + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED", "SIGHTED")));
    }

    @Test
    void triesForEverAndNotBeforeTheServerWants() {
        // Given
        byte[] film = Clips.mp4();
        site.says(
                "/film.mp4",
                ScriptedServer.saying("HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n"));
        Filed filed = naming("/film.mp4");
        // When
        for (int i = 0; i < 25; i++) {
            links.obtain(filed.id(), site.fetcher());
        }
        // Then
        MediaLink link = links.only(filed.id());
        assertThat(link.state()).isEqualTo(MediaLink.State.TO_OBTAIN);
        assertThat(link.reason()).isEqualTo("SERVER_FAILED");
        String next = as(OFFICER)
                .get("/api/v1/media-links/" + link.id())
                .then()
                .body("attempts", equalTo(25))
                .extract()
                .path("nextAttemptAt");
        assertThat(Instant.parse(next)).isAfter(Instant.now().plus(Duration.ofMinutes(119)));
        // When
        site.shows("/film.mp4", "", film);
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(MediaLink.State.OBTAINED);
    }

    @Test
    void goesOnAfterItWasStoppedWhereItWas() throws Exception {
        // Given: half of it, and then nothing
        byte[] film = Clips.mp4();
        String text = new String(film, ISO_8859_1);
        var halfway = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        site.says("/film.mp4", (head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: " + film.length + "\r\n\r\n"
                            + text.substring(0, 20_000))
                    .getBytes(ISO_8859_1));
            out.flush();
            halfway.countDown();
            never.await();
        });
        Filed filed = naming("/film.mp4");
        links.due(filed.id());
        LinkFetchScheduler replica = links.replica(site.fetcher());
        replica.start(new StartupEvent());
        halfway.await();
        Path partial = PARTIAL.resolve(links.only(filed.id()).id().toString());
        await().until(() -> Files.exists(partial) && Files.size(partial) == 20_000);
        // When: it stops, and another goes on
        replica.stop(new ShutdownEvent());
        site.says("/film.mp4", (head, out) -> {
            assertThat(head).contains("Range: bytes=20000-\r\n", "If-Range: \"one\"\r\n");
            out.write(rest(film).getBytes(ISO_8859_1));
        });
        links.obtain(filed.id(), site.fetcher());
        // Then
        MediaLink link = links.only(filed.id());
        assertThat(link.state()).isEqualTo(MediaLink.State.OBTAINED);
        assertThat(stored(film)).isEqualTo(film);
        as(OFFICER)
                .get("/api/v1/evidence/" + link.evidenceId())
                .then()
                .body("origins.offset", equalTo(List.of(0, 20_000)))
                .body("origins.status", equalTo(List.of(200, 206)));
        never.countDown();
    }

    @Test
    void namesNoAnswerWithoutABodyAsAnOrigin() {
        // Given: the first half, then the head of the rest, then the rest
        byte[] film = Clips.mp4();
        String rest = rest(film);
        site.says(
                "/film.mp4",
                ScriptedServer.sayingInTurn(
                        "HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: " + film.length + "\r\n\r\n"
                                + new String(film, ISO_8859_1).substring(0, 20_000),
                        rest.substring(0, rest.indexOf("\r\n\r\n") + 4),
                        rest));
        Filed filed = naming("/film.mp4");
        // When
        for (int i = 0; i < 3; i++) {
            links.obtain(filed.id(), site.fetcher());
        }
        // Then
        MediaLink link = links.only(filed.id());
        assertThat(link.state()).isEqualTo(MediaLink.State.OBTAINED);
        as(OFFICER)
                .get("/api/v1/evidence/" + link.evidenceId())
                .then()
                .body("origins.offset", equalTo(List.of(0, 20_000)))
                .body("origins.status", equalTo(List.of(200, 206)));
    }

    @Test
    void goesOnWhereAReplicaDied() throws IOException {
        // Given: it has told how far it was, and is not heard of any more
        byte[] film = Clips.mp4();
        Filed filed = naming("/film.mp4");
        links.due(filed.id());
        LinkTask dead = links.claim().orElseThrow();
        Instant since = Instant.parse("2026-11-25T10:00:00Z");
        try (PartialMediumWriter partial = partials.open(dead.id()).orElseThrow()) {
            partial.begin(0);
            partial.write(film, 0, 25_000);
        }
        queue.keepProgress(dead, new LinkTask.Begun(new Progress(20_000, "\"one\""), since));
        assertThat(links.claim()).isEmpty();
        links.expireLeases();
        site.says("/film.mp4", ScriptedServer.saying(rest(film)));
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(site.server().heads()).singleElement().asString().contains("Range: bytes=20000-\r\n");
        assertThat(stored(film)).isEqualTo(film);
        as(OFFICER)
                .get("/api/v1/evidence/" + links.only(filed.id()).evidenceId())
                .then()
                .body("receivedAt", equalTo("2026-11-25T10:00:00.000Z"));
    }

    @Test
    void beginsAnewWhereTheBeginningIsLost() throws IOException {
        // Given
        byte[] film = Clips.mp4();
        String text = new String(film, ISO_8859_1);
        site.says(
                "/film.mp4",
                ScriptedServer.sayingInTurn(
                        "HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: " + film.length + "\r\n\r\n"
                                + text.substring(0, 20_000),
                        ScriptedServer.ok("ETag: \"one\"\r\n", text)));
        Filed filed = naming("/film.mp4");
        links.obtain(filed.id(), site.fetcher());
        assertThat(links.only(filed.id()).reason()).isEqualTo("CUT");
        // When
        Files.delete(PARTIAL.resolve(links.only(filed.id()).id().toString()));
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(site.server().heads().getLast()).doesNotContain("Range");
        assertThat(stored(film)).isEqualTo(film);
    }

    @Test
    void writesNothingForALinkThatIsSomebodyElsesByNow() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        Filed filed = naming("/film.mp4");
        links.due(filed.id());
        LinkTask lost = links.claim().orElseThrow();
        links.expireLeases();
        LinkTask held = links.claim().orElseThrow();
        assertThat(held.id()).isEqualTo(lost.id());
        // When
        assertThatThrownBy(() -> links.work(lost, site.fetcher())).isInstanceOf(LeaseLostException.class);
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(MediaLink.State.TO_OBTAIN);
        as(OFFICER).get("/api/v1/reports/" + filed.id()).then().body("media", hasSize(0));
        assertThat(links.isLeased(held)).isTrue();
        assertThat(links.isLeased(lost)).isFalse();
        links.work(held, site.fetcher());
        assertThat(links.only(filed.id()).state()).isEqualTo(MediaLink.State.OBTAINED);
    }

    private Filed naming(String path) {
        return Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [\"" + site.url(path) + "\"]}");
    }

    /** What a server sends that is asked for all but the first 20,000 bytes. */
    private static String rest(byte[] film) {
        return "HTTP/1.1 206 Partial Content\r\nETag: \"one\"\r\nContent-Range: bytes 20000-" + (film.length - 1) + "/"
                + film.length + "\r\nContent-Length: " + (film.length - 20_000) + "\r\n\r\n"
                + new String(film, ISO_8859_1).substring(20_000);
    }

    private static byte[] stored(byte[] medium) throws IOException {
        String sha256 = Clips.sha256(medium);
        return Files.readAllBytes(Path.of("target/evidence/sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256));
    }
}
