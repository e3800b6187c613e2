package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills intake again and again, at moments that nobody chose, while it polls a feed, fetches the films of its articles and
 * takes in others by tus: every item and every acknowledged byte is there in the end, each once. {@code
 * -Dbalagh.kills=50} kills more often.
 */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class KilledIntakeIT {

    private static final int KILLS = Integer.getInteger("balagh.kills", 6);
    /** However slow the machine is: other tests look at the first page of what there is. */
    private static final int MOST_ARTICLES = 25 * KILLS;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_LIFE_MILLIS = 4_000;

    private static final Map<String, String> QUICK = Map.of(
            "BALAGH_SOURCE_POLL_SHORTEST_PAUSE", "1s",
            "BALAGH_SOURCE_POLL_HOST_PAUSE", "1ms",
            "BALAGH_SOURCE_POLL_LEASE", "3s",
            "BALAGH_SOURCE_POLL_FIRST_RETRY", "1s",
            "BALAGH_OBTAIN_LEASE", "3s",
            "BALAGH_OBTAIN_BEAT", "1s",
            "BALAGH_OBTAIN_FIRST_PAUSE", "1s",
            "BALAGH_OBTAIN_HOST_PAUSE", "1ms",
            "BALAGH_OBTAIN_PER_HOST", "6");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, String> uploaded = new ConcurrentHashMap<>();

    @AfterAll
    static void useTheUsualSettingsAgain(Running suite) {
        suite.suite()
                .withEnvironment(
                        "intake",
                        Map.of("BALAGH_FETCH_ALLOWED_ADDRESSES", "", "BALAGH_FETCH_PORTS", "80,443,8080,8443"));
        suite.kill("intake");
        suite.up();
    }

    @Test
    void losesNothingAndTakesNothingInTwice(Running suite) throws Exception {
        try (var press = Press.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            var settings = new HashMap<>(QUICK);
            settings.put("BALAGH_FETCH_ALLOWED_ADDRESSES", "127.0.0.1:" + press.port());
            settings.put("BALAGH_FETCH_PORTS", Integer.toString(press.port()));
            suite.suite().withEnvironment("intake", settings);
            suite.kill("intake");
            suite.up();
            var source = suite.client()
                    .post(
                            "intake",
                            INTAKE,
                            "/sources",
                            Map.of("name", "Presse", "kind", "RSS", "url", press.url("/feed"), "interval", "PT5S"))
                    .expect(201)
                    .path("id")
                    .asText();
            var going = new AtomicBoolean(true);
            var publishing = threads.submit(() -> {
                while (going.get()) {
                    if (press.published().size() < MOST_ARTICLES) {
                        press.publish();
                    }
                    Thread.sleep(700);
                }
                return press.published().size();
            });
            var uploading = threads.submit(() -> {
                var uploader = new PatientUploader(suite);
                for (var number = 1_000_000; going.get(); number++) {
                    var film = Press.film(number);
                    uploaded.put(uploader.bring(film), Press.sha256(film));
                }
                return uploaded.size();
            });

            // When
            for (var kill = 0; kill < KILLS; kill++) {
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                suite.kill("intake");
                suite.up();
            }
            going.set(false);
            int articles = publishing.get();
            int films = uploading.get();
            System.out.printf("%d kills by seed %d, %d articles, %d uploads%n", KILLS, seed, articles, films);

            // Then
            assertThat(films).isPositive();
            var reports = AnswerPoller.until(
                    "every article's film is here",
                    PATIENCE,
                    () -> reportsOf(suite, source),
                    all -> obtained(all) >= articles);
            assertThat(reports.stream().map(report -> report.path("url").asText()))
                    .doesNotHaveDuplicates()
                    .hasSize(articles);
            for (var report : reports) {
                var number = report.path("url").asText().replaceFirst(".*/", "");
                assertIsWholeAndAlone(suite, report, Press.sha256(Press.film(Integer.parseInt(number))));
            }
            for (var upload : uploaded.entrySet()) {
                var report = suite.client()
                        .get("intake", INTAKE, "/reports/" + upload.getKey())
                        .expect(200);
                assertIsWholeAndAlone(suite, report, upload.getValue());
            }
        }
    }

    private static long obtained(List<JsonNode> reports) {
        return reports.stream()
                .filter(report -> !report.path("media").isEmpty())
                .count();
    }

    private static List<JsonNode> reportsOf(Running suite, String source) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = suite.client()
                    .get("intake", INTAKE, "/reports?limit=200&sourceId=" + source + cursor)
                    .expect(200);
            page.path("items").forEach(all::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static void assertIsWholeAndAlone(Running suite, JsonNode report, String sha256) {
        var media = report.path("media");
        assertThat(media.findValuesAsText("sha256")).containsExactly(sha256);
        var custody = suite.client()
                .get(
                        "intake",
                        INTAKE,
                        "/evidence/" + media.path(0).path("evidenceId").asText() + "/custody")
                .expect(200);
        assertThat(custody.path("intact").asBoolean()).isTrue();
        assertThat(StreamSupport.stream(custody.path("items").spliterator(), false)
                        .map(entry -> entry.path("action").asText()))
                .containsOnlyOnce("SECURED")
                .doesNotContain("SIGHTED", "DAMAGED", "RESTORED");
    }
}
