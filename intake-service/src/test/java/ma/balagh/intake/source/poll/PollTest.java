package ma.balagh.intake.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.source.poll.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.fetch.Fetchers;
import ma.balagh.fetch.ScriptedServer;
import ma.balagh.intake.Database;
import ma.balagh.intake.source.item.ItemService;
import ma.balagh.intake.source.poll.Feeds.Article;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class PollTest {

    @Inject
    PollQueue queue;

    @Inject
    ItemService items;

    @Inject
    PollConfig config;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private PollStand stand;

    @BeforeEach
    void open() throws IOException {
        stand = new PollStand(queue, items, config, database);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void makesReportsOfWhatAFeedTells() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Article first = Article.fresh();
        Article second = Article.fresh();
        stand.publisher().publishes("/feed", rss(second, first));
        // When
        stand.poll(source);
        // Then
        var reports = source.reports();
        assertThat(reports.<String>getList("items.url")).containsExactly(second.url(), first.url());
        assertThat(reports.<String>getList("items.channel")).containsOnly("PRESS");
        assertThat(reports.<String>getList("items.jurisdiction")).containsOnly("MA-CAS");
        assertThat(reports.<String>getList("items.publishedAt")).containsOnly("2026-11-25T10:00:00.000Z");
        assertThat(reports.getString("items[1].mediaUrls[0].url"))
                .isEqualTo("https://media.example.org/" + first.id() + ".mp4");
        kafka.await(ReportReceived.class, event -> first.url().equals(event.url()));
        assertThat(source.shown().getString("state")).isEqualTo("WORKING");
        assertThat(source.shown().getString("lastSuccessAt")).isNotNull();
    }

    @Test
    void readsAFeedWhoseAddressIsNoUri() throws IOException, InterruptedException {
        for (String path : List.of("/feed?share=100%", "/feed/[news]")) {
            // Given
            Article article = Article.fresh();
            byte[] feed = rss(article).getBytes(UTF_8);
            try (var server = ScriptedServer.open((head, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n"
                        .formatted(feed.length)
                        .getBytes(UTF_8));
                out.write(feed);
            })) {
                String url = "http://news.example.org:" + server.port() + path;
                Watched source = Watched.at(url, "RSS", database);
                PollClaim claim = stand.claim(source);
                // When
                PollOutcome outcome = new SourcePollService(Fetchers.from(server.address()), items, config).poll(claim);
                stand.end(claim, outcome);
                // Then
                assertThat(outcome).as(path).isInstanceOf(PollOutcome.Told.class);
                assertThat(source.reports().<String>getList("items.url")).containsExactly(article.url());
            }
        }
    }

    @Test
    void takesNothingInTwice() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Article first = Article.fresh();
        stand.publisher().publishes("/feed", 200, Map.of("ETag", "\"1\""), rss(first));
        stand.poll(source);
        // When
        stand.poll(source);
        // Then
        assertThat(stand.publisher().heads().getLast().getFirst("If-None-Match"))
                .isEqualTo("\"1\"");
        // When
        Article second = Article.fresh();
        stand.publisher().publishes("/feed", 200, Map.of("ETag", "\"2\""), rss(second, first));
        stand.poll(source);
        // Then
        assertThat(source.reports().<String>getList("items.url")).containsExactly(second.url(), first.url());
    }

    @Test
    void takesInWhatComesWithAnArticleThatCannotBeWritten() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Article older = Article.fresh();
        Article unwritable = Article.fresh();
        Article newer = Article.fresh();
        stand.publisher().publishes("/feed", 200, Map.of("ETag", "\"1\""), rss(newer, unwritable, older));
        database.execute("""
                alter table report add constraint report_unwritable_check
                check (title is null or title not like '%%%s%%') not valid
                """.formatted(unwritable.id()));
        // When
        try {
            stand.poll(source);
        } finally {
            database.execute("alter table report drop constraint report_unwritable_check");
        }
        // Then
        assertThat(source.reports().<String>getList("items.url")).containsExactly(newer.url(), older.url());
        assertThat(source.items().getList("items")).hasSize(2);
        assertThat(source.shown().getString("state")).isEqualTo("FAILING");
        assertThat(source.shown().getString("lastFailure.detail")).endsWith("cannot be written: 1");
        assertThat(as(OFFICER).get("/q/metrics").asString())
                .containsPattern("balagh_items_total\\{standing=\"UNWRITABLE\"\\} [1-9]");
        // When
        stand.poll(source);
        // Then
        assertThat(stand.publisher().heads().getLast().getFirst("If-None-Match"))
                .isNull();
        assertThat(source.reports().getList("items")).hasSize(3);
        assertThat(source.shown().getString("state")).isEqualTo("WORKING");
    }

    @Test
    void recognisesAnArticleOfAnotherSource() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Watched other = stand.watch("/other", "RSS");
        Article original = Article.fresh();
        stand.publisher().publishes("/feed", rss(original));
        stand.poll(source);
        // When
        stand.publisher()
                .publishes(
                        "/other",
                        rss(
                                original.at(
                                        "https://m.news.example.org/articles/" + original.id() + "/amp?utm_source=x"),
                                original.at("https://elsewhere.example.net/copy")));
        stand.poll(other);
        // Then
        assertThat(other.reports().getList("items")).isEmpty();
        String reportId = source.reports().getString("items[0].id");
        assertThat(other.items().<String>getList("items.standing")).containsExactly("SIGHTING", "SIGHTING");
        assertThat(other.items().<String>getList("items.reportId")).containsExactly(reportId, reportId);
        as(OFFICER)
                .get("/api/v1/items?reportId=" + reportId)
                .then()
                .body("items.standing", equalTo(List.of("SIGHTING", "SIGHTING", "REPORTED")));
    }

    @Test
    void obtainsWhatAnArticleShowsLaterOrElsewhere() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Watched other = stand.watch("/other", "RSS");
        Article article = Article.fresh();
        String mute = rss(article).replaceFirst("<enclosure[^>]*/>", "");
        stand.publisher().publishes("/feed", mute);
        stand.poll(source);
        // When
        stand.publisher().publishes("/feed", rss(article));
        stand.poll(source);
        Article copy = article.at("https://elsewhere.example.net/copy/" + article.id());
        stand.publisher().publishes("/other", rss(copy));
        stand.poll(other);
        stand.poll(source);
        // Then
        assertThat(source.reports().getList("items")).hasSize(1);
        assertThat(source.reports().<String>getList("items[0].mediaUrls.url"))
                .contains(
                        "https://media.example.org/" + article.id() + ".mp4",
                        "https://media.example.org/" + copy.id() + ".mp4")
                .doesNotHaveDuplicates();
    }

    @Test
    void showsASourceThatFailsAndGoesOnTrying() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        stand.publisher().publishes("/feed", 503, Map.of("Retry-After", "7200"), "");
        // When
        stand.poll(source);
        stand.publisher().publishes("/feed", "<html><body>Log in</body></html>");
        stand.poll(source);
        // Then
        var shown = source.shown();
        assertThat(shown.getString("state")).isEqualTo("FAILING");
        as(OFFICER)
                .get("/api/v1/sources/health")
                .then()
                .body("failing", greaterThanOrEqualTo(1))
                .body("failingSince", notNullValue());
        assertThat(shown.getInt("failing.attempts")).isEqualTo(2);
        assertThat(shown.getString("failing.since")).isLessThan(shown.getString("lastFailure.at"));
        assertThat(shown.getString("lastFailure.reason")).isEqualTo("UNREADABLE_WEB_PAGE");
        assertThat(Instant.parse(shown.getString("nextAttemptAt")))
                .isAfter(Instant.now().plusSeconds(20));
        as(OFFICER)
                .get("/api/v1/sources?state=FAILING")
                .then()
                .body("items.id", hasItem(source.id().toString()));
        // When
        stand.publisher().publishes("/feed", rss(Article.fresh()));
        stand.poll(source);
        // Then
        assertThat(source.shown().getString("state")).isEqualTo("WORKING");
        assertThat(source.shown().getString("lastFailure.reason")).isEqualTo("UNREADABLE_WEB_PAGE");
        assertThat(source.reports().getList("items")).hasSize(1);
    }

    @Test
    void staysAwayForAsLongAsTheServerAsks() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        stand.publisher().publishes("/feed", 429, Map.of("Retry-After", "7200"), "");
        // When
        stand.poll(source);
        // Then
        assertThat(source.shown().getString("lastFailure.reason")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Instant.parse(source.shown().getString("nextAttemptAt")))
                .isAfter(Instant.now().plusSeconds(7000));
    }

    @Test
    void followsASourceThatHasMovedForGood() throws InterruptedException {
        // Given
        Watched source = stand.watch("/old", "RSS");
        stand.publisher()
                .publishes("/old", 301, Map.of("Location", stand.publisher().url("/new")), "");
        stand.publisher().publishes("/new", 302, Map.of("Location", "/today"), "");
        stand.publisher().publishes("/today", rss(Article.fresh()));
        // When
        stand.poll(source);
        stand.poll(source);
        // Then
        assertThat(stand.publisher().asked()).containsExactly("/old", "/new", "/today", "/new", "/today");
        assertThat(source.shown().getString("movedTo"))
                .isEqualTo(stand.publisher().url("/new"));
        assertThat(source.shown().getString("url")).isEqualTo(stand.publisher().url("/old"));
    }

    @Test
    void isPolledByOneReplicaAtATime() throws Exception {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        Watched neighbour = stand.watch("/feed2", "RSS");
        neighbour.sharesHostWith(source);
        // When
        var claims = claimAtOnce(8);
        // Then
        assertThat(claims).doesNotHaveDuplicates();
        assertThat(claims.contains(source.id()) ^ claims.contains(neighbour.id()))
                .isTrue();
        // When
        Watched held = claims.contains(source.id()) ? source : neighbour;
        held.isDue();
        held.leaseRunsOut();
        // Then
        assertThat(stand.claim(held).source().id()).isEqualTo(held.id());
    }

    /** Each by a replica of its own, all in the same moment. */
    private List<UUID> claimAtOnce(int replicas) throws Exception {
        var together = new CyclicBarrier(replicas);
        Callable<Optional<PollTask>> claim = () -> {
            together.await();
            return queue.tasks().claim();
        };
        List<UUID> claimed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(replicas, claim))) {
                answer.get().ifPresent(one -> claimed.add(one.id()));
            }
        }
        return claimed;
    }

    @Test
    void forgetsWhatWasLearntAtAnotherAddress() throws InterruptedException {
        // Given
        Watched source = stand.watch("/feed", "RSS");
        stand.publisher().publishes("/feed", 200, Map.of("ETag", "\"1\""), rss(Article.fresh()));
        PollClaim claim = stand.claim(source);
        PollOutcome outcome = stand.outcome(claim);
        // When
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\": \"n\", \"kind\": \"RSS\", \"url\": \"https://news.example.org/y\", \"interval\": \"PT5M\"}")
                .put("/api/v1/sources/" + source.id())
                .then()
                .statusCode(200);
        stand.end(claim, outcome);
        // Then
        assertThat(source.shown().getString("lastSuccessAt")).isNull();
        source.isDue();
        assertThat(stand.claim(source).validators()).isNull();
        assertThat(source.reports().getList("items")).hasSize(1);
    }
}
