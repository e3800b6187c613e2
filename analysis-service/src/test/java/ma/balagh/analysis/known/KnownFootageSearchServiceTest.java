package ma.balagh.analysis.known;

import static ma.balagh.analysis.known.Bankers.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.MediaConfig;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class KnownFootageSearchServiceTest extends LaboratoryVisit {

    private static final Bankers PARTNER = new Bankers(new Staff(TestTokens.of("press", Roles.PARTNER)));
    private static final String MP4 = "video/mp4";

    @Inject
    MediaConfig media;

    @Test
    void findsKnownFootageInAMediumAndKeepsNothingOfIt() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), Media.cells(331), 4);
        UUID evidenceId = examined(clip);
        byte[] copy = Files.readAllBytes(Media.copy(directory.resolve("b.mp4"), clip, "-ss", "1", "-crf", "33"));
        ANALYST.searches(MP4, copy).statusCode(200).body("matches", empty());
        UUID known = ANALYST.banked(evidenceId, "FICTION");
        List<Long> before = rows();

        // When
        var found = ANALYST.searches(MP4, copy);

        // Then
        found.statusCode(200)
                .body("matches.with.id", contains(known.toString()))
                .body("matches[0].with.kind", equalTo("KNOWN_FOOTAGE"))
                .body("matches[0].with.known.evidenceId", equalTo(evidenceId.toString()))
                .body("matches[0].kind", equalTo("COPY"));
        assertThat(rows()).isEqualTo(before);
        assertThat(scratchDirectories()).isEmpty();

        // When
        ANALYST.removes(known).statusCode(204);

        // Then
        ANALYST.searches(MP4, copy).statusCode(200).body("matches", empty());
    }

    @Test
    void tellsPartnersNothingOfCasesNorOfTheEvidence() throws Exception {
        // Given
        Path fiction = Media.clip(directory.resolve("a.mp4"), Media.cells(332), 3);
        Path crime = Media.clip(directory.resolve("b.mp4"), Media.cells(333), 3);
        UUID known = ANALYST.banked(examined(fiction), "FICTION");
        ANALYST.banked(examined(crime), "CASE");

        // Then
        PARTNER.searches(MP4, Files.readAllBytes(fiction))
                .statusCode(200)
                .body("matches.with.id", contains(known.toString()))
                .body("matches[0].with.known.reference", equalTo("REF-1"))
                .body("matches[0].with.known.evidenceId", nullValue())
                .body("matches[0].with.dossierId", nullValue());
        PARTNER.searches(MP4, Files.readAllBytes(crime)).statusCode(200).body("matches", empty());
        PARTNER.in("MA-RBA")
                .searches(MP4, Files.readAllBytes(fiction))
                .statusCode(200)
                .body("matches", empty());
        PARTNER.lists().statusCode(403);
    }

    @Test
    void namesTheTitleCardAloneWhereOnlyThatIsTheSame() throws Exception {
        // Given
        Path card = Media.clip(directory.resolve("card.mp4"), Media.cells(335), 4);
        Path film = behind(card, 336);
        UUID known = ANALYST.banked(examined(film), "FICTION");
        byte[] other = Files.readAllBytes(behind(card, 337));
        ANALYST.searches(MP4, other).body("matches.with.id", contains(known.toString()));

        // When
        UUID harmless = ANALYST.banked(examined(card), "HARMLESS");

        // Then
        ANALYST.searches(MP4, other).statusCode(200).body("matches.with.id", contains(harmless.toString()));
        ANALYST.searches(MP4, Files.readAllBytes(film))
                .statusCode(200)
                .body("matches.with.id", containsInAnyOrder(known.toString(), harmless.toString()));
    }

    @Test
    void explainsNoPhotoByAHarmlessFilmOfTheSamePlace() throws Exception {
        // Given
        String place = "mandelbrot=s=320x240:r=10:start_scale=0.02:end_scale=0.02:end_pts=1000[place];";
        Path empty = Media.clip(
                directory.resolve("empty.mp4"),
                place + "color=white:s=50x90:r=10[who];[place][who]overlay=x='10+45*t':y=110",
                5);
        Path crime = Media.clip(
                directory.resolve("crime.mp4"),
                place + "color=black:s=60x60:r=10[who];[place][who]overlay=x='200-20*t':y='20+60*mod(t,2)'",
                5);
        Path photo = Media.copy(directory.resolve("photo.jpg"), crime, "-ss", "2", "-frames:v", "1");
        UUID known = ANALYST.banked(examined(crime), "FICTION");
        byte[] sought = Files.readAllBytes(photo);
        ANALYST.searches("image/jpeg", sought).body("matches.with.id", contains(known.toString()));

        // When
        ANALYST.banked(examined(empty), "HARMLESS");

        // Then
        ANALYST.searches("image/jpeg", sought).statusCode(200).body("matches.with.id", hasItem(known.toString()));
    }

    @Test
    void refusesWhatIsNoMediumAndLeavesNothing() throws Exception {
        byte[] text = "This is not a video.".getBytes(StandardCharsets.UTF_8);
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1));
        // The index of a matroska file comes first, so that only its pictures are missing.
        byte[] film = Files.readAllBytes(Media.clip(directory.resolve("a.mkv"), "testsrc2=s=320x240", 1));

        ANALYST.searches("text/plain", text).statusCode(415).body("violations[0].field", equalTo("Content-Type"));
        ANALYST.searches(MP4, text).statusCode(415).body("type", endsWith("/problems/not-a-medium"));
        ANALYST.searches(MP4, Arrays.copyOf(clip, clip.length / 2)).statusCode(415);
        ANALYST.searches(MP4, Arrays.copyOf(film, 700))
                .statusCode(422)
                .body("type", endsWith("/problems/unreadable-medium"));
        ANALYST.searches(MP4, new byte[0]).statusCode(400);
        ANALYST.searches(MP4, new byte[(1 << 20) + 1]).statusCode(413);
        assertThat(scratchDirectories()).isEmpty();
    }

    @Test
    void isNotHeldUpByMediaThatDoNotArrive() throws Exception {
        // Given: as many of one caller as there may be
        byte[] text = "This is not a video.".getBytes(StandardCharsets.UTF_8);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                slow.add(halfSent(text));
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> scratchDirectories().size() == 2);

            // Then: that caller has to wait, others are answered at once
            ANALYST.searches(MP4, text)
                    .statusCode(429)
                    .header("Retry-After", equalTo("10"))
                    .body("type", endsWith("/problems/too-many-searches"));
            PARTNER.searches(MP4, text).statusCode(415);

            // When
            slow.getFirst().getOutputStream().write(text);

            // Then
            String answer = new String(slow.getFirst().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 415 ");
            ANALYST.searches(MP4, text).statusCode(415);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(scratchDirectories()).isEmpty());
    }

    @Test
    void comparesOneMediumOfACallerAtATimeAndGivesPlacesBack() throws Exception {
        // Given
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), Media.cells(338), 2));

        // When: two callers with two each, where one place is
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.of(ANALYST, PARTNER, ANALYST, PARTNER)
                    .map(caller -> threads.submit(
                            () -> caller.searches(MP4, clip).extract().statusCode()))
                    .toList();

            // Then
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(scratchDirectories()).isEmpty();
    }

    private static Socket halfSent(byte[] text) throws IOException {
        String head = "POST %s/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(Bankers.PATH)
                + "Authorization: Bearer %s\r\n"
                        .formatted(Staff.ANALYST.account().sign())
                + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(MP4, 2 * text.length);
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(text);
        return socket;
    }

    private Path behind(Path card, int seed) {
        Path own = Media.clip(directory.resolve(seed + ".mp4"), Media.cells(seed), 4);
        return Media.joined(directory.resolve("film-" + seed + ".mp4"), card, own, "-crf", "33");
    }

    private List<Long> rows() {
        return Stream.of("footage", "examination", "match", "evidence", "still")
                .map(table -> database.one(Long.class, "select count(*) from " + table))
                .toList();
    }

    private List<Path> scratchDirectories() throws IOException {
        try (Stream<Path> files = Files.list(media.scratchDirectory())) {
            return files.toList();
        }
    }
}
