package ma.balagh.intake.source.poll;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.source.poll.Feeds.rss;
import static ma.balagh.intake.source.poll.Feeds.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.intake.source.item.Items;
import ma.balagh.intake.source.poll.Feeds.Article;
import ma.balagh.platform.test.KafkaProbe;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class PollTest {

    private final UUID replica = UUID.randomUUID();

    @Inject
    PollQueue queue;

    @Inject
    Items items;

    @Inject
    PollConfig config;

    @Inject
    Jdbi jdbi;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private Publisher publisher;

    @BeforeEach
    void open() throws IOException {
        publisher = Publisher.open();
    }

    @AfterEach
    void close() {
        queue.release(replica);
        publisher.close();
    }

    @Test
    void makesReportsOfWhatAFeedTells() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        Article first = Article.fresh();
        Article second = Article.fresh();
        publisher.publishes("/feed", rss(second, first));
        // When
        poll(source);
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
    void takesNothingInTwice() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        Article first = Article.fresh();
        publisher.publishes("/feed", 200, Map.of("ETag", "\"1\""), rss(first));
        poll(source);
        // When
        poll(source);
        // Then
        assertThat(publisher.heads().getLast().getFirst("If-None-Match")).isEqualTo("\"1\"");
        // When
        Article second = Article.fresh();
        publisher.publishes("/feed", 200, Map.of("ETag", "\"2\""), rss(second, first));
        poll(source);
        // Then
        assertThat(source.reports().<String>getList("items.url")).containsExactly(second.url(), first.url());
    }

    @Test
    void recognisesAnArticleOfAnotherSource() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        Watched other = watch("/other", "RSS");
        Article original = Article.fresh();
        publisher.publishes("/feed", rss(original));
        poll(source);
        // When
        publisher.publishes(
                "/other",
                rss(
                        original.at("https://m.news.example.org/articles/" + original.id() + "/amp?utm_source=x"),
                        original.at("https://elsewhere.example.net/copy")));
        poll(other);
        // Then
        assertThat(other.reports().getList("items")).isEmpty();
        String reportId = source.reports().getString("items[0].id");
        assertThat(other.items().<String>getList("items.standing")).containsExactly("SIGHTING", "SIGHTING");
        assertThat(other.items().<String>getList("items.reportId")).containsExactly(reportId, reportId);
        as(OFFICER)
                .get("/api/v1/items?reportId=" + reportId)
                .then()
                .body("items.standing", org.hamcrest.Matchers.equalTo(List.of("SIGHTING", "SIGHTING", "REPORTED")));
    }

    @Test
    void obtainsWhatAnArticleShowsLaterOrElsewhere() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        Watched other = watch("/other", "RSS");
        Article article = Article.fresh();
        String mute = rss(article).replaceFirst("<enclosure[^>]*/>", "");
        publisher.publishes("/feed", mute);
        poll(source);
        // When
        publisher.publishes("/feed", rss(article));
        poll(source);
        Article copy = article.at("https://elsewhere.example.net/copy/" + article.id());
        publisher.publishes("/other", rss(copy));
        poll(other);
        poll(source);
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
        Watched source = watch("/feed", "RSS");
        publisher.publishes("/feed", 503, Map.of("Retry-After", "7200"), "");
        // When
        poll(source);
        publisher.publishes("/feed", "<html><body>Log in</body></html>");
        poll(source);
        // Then
        var shown = source.shown();
        assertThat(shown.getString("state")).isEqualTo("FAILING");
        assertThat(shown.getInt("failing.attempts")).isEqualTo(2);
        assertThat(shown.getString("failing.since")).isLessThan(shown.getString("lastFailure.at"));
        assertThat(shown.getString("lastFailure.reason")).isEqualTo("UNREADABLE_WEB_PAGE");
        assertThat(Instant.parse(shown.getString("nextAttemptAt")))
                .isAfter(Instant.now().plusSeconds(20));
        as(OFFICER)
                .get("/api/v1/sources?state=FAILING")
                .then()
                .body("items.id", org.hamcrest.Matchers.hasItem(source.id().toString()));
        // When
        publisher.publishes("/feed", rss(Article.fresh()));
        poll(source);
        // Then
        assertThat(source.shown().getString("state")).isEqualTo("WORKING");
        assertThat(source.shown().getString("lastFailure.reason")).isEqualTo("UNREADABLE_WEB_PAGE");
        assertThat(source.reports().getList("items")).hasSize(1);
    }

    @Test
    void staysAwayForAsLongAsTheServerAsks() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        publisher.publishes("/feed", 429, Map.of("Retry-After", "7200"), "");
        // When
        poll(source);
        // Then
        assertThat(source.shown().getString("lastFailure.reason")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Instant.parse(source.shown().getString("nextAttemptAt")))
                .isAfter(Instant.now().plusSeconds(7000));
    }

    @Test
    void followsASourceThatHasMovedForGood() throws InterruptedException {
        // Given
        Watched source = watch("/old", "RSS");
        publisher.publishes("/old", 301, Map.of("Location", publisher.url("/new")), "");
        publisher.publishes("/new", 302, Map.of("Location", "/today"), "");
        publisher.publishes("/today", rss(Article.fresh()));
        // When
        poll(source);
        poll(source);
        // Then
        assertThat(publisher.asked()).containsExactly("/old", "/new", "/today", "/new", "/today");
        assertThat(source.shown().getString("movedTo")).isEqualTo(publisher.url("/new"));
        assertThat(source.shown().getString("url")).isEqualTo(publisher.url("/old"));
    }

    @Test
    void readsATimelineUntilWhatItKnows() throws InterruptedException {
        // Given
        Watched source = watch("/tag", "MASTODON_TAG");
        Article oldest = Article.fresh();
        publisher.publishes("/tag", timeline(List.of(oldest)));
        poll(source);
        List<Article> news = Stream.generate(Article::fresh).limit(5).toList();
        // When
        publisher.publishes("/tag", 200, next("/tag?max=3"), timeline(news.subList(0, 2)));
        publisher.publishes("/tag?max=3", 200, next("/tag?max=1"), timeline(news.subList(2, 4)));
        publisher.publishes("/tag?max=1", 200, next("/tag?max=0"), timeline(List.of(news.get(4), oldest)));
        poll(source);
        // Then
        assertThat(publisher.asked()).doesNotContain("/tag?max=0");
        assertThat(source.reports().<String>getList("items.url"))
                .containsExactlyElementsOf(Stream.concat(news.stream(), Stream.of(oldest))
                        .map(Article::url)
                        .toList());
        assertThat(source.reports().<String>getList("items.channel")).containsOnly("SOCIAL");
        assertThat(source.reports().getString("items[0].mediaUrls[0].url")).endsWith(".jpg");
    }

    @Test
    void goesOnWithATimelineWhereItFailed() throws InterruptedException {
        // Given
        Watched source = watch("/tag", "MASTODON_TAG");
        Article oldest = Article.fresh();
        publisher.publishes("/tag", timeline(List.of(oldest)));
        poll(source);
        Article newest = Article.fresh();
        Article between = Article.fresh();
        publisher.publishes("/tag", 200, next("/tag?max=1"), timeline(List.of(newest)));
        publisher.publishes("/tag?max=1", 500, Map.of(), "");
        // When
        poll(source);
        // Then
        assertThat(source.shown().getString("state")).isEqualTo("FAILING");
        assertThat(source.reports().getList("items")).hasSize(2);
        // When
        publisher.publishes("/tag?max=1", timeline(List.of(between, oldest)));
        poll(source);
        // Then
        assertThat(source.reports().getList("items.url")).hasSize(3).contains(between.url());
    }

    @Test
    void isPolledByOneReplicaAtATime() {
        // Given
        Watched source = watch("/feed", "RSS");
        Watched neighbour = watch("/feed2", "RSS");
        neighbour.sharesHostWith(source);
        // When
        var claims = Stream.generate(UUID::randomUUID)
                .limit(8)
                .parallel()
                .flatMap(replica -> queue.claim(replica).stream())
                .map(claim -> claim.source().id())
                .toList();
        // Then
        assertThat(claims).doesNotHaveDuplicates();
        assertThat(claims.contains(source.id()) ^ claims.contains(neighbour.id()))
                .isTrue();
        // When
        Watched held = claims.contains(source.id()) ? source : neighbour;
        held.isDue();
        held.leaseRunsOut();
        // Then
        assertThat(queue.claim(replica).orElseThrow().source().id()).isEqualTo(held.id());
    }

    @Test
    void forgetsWhatWasLearntAtAnotherAddress() throws InterruptedException {
        // Given
        Watched source = watch("/feed", "RSS");
        publisher.publishes("/feed", 200, Map.of("ETag", "\"1\""), rss(Article.fresh()));
        PollClaim claim = claim(source);
        PollOutcome outcome = poller().poll(claim);
        // When
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\": \"n\", \"kind\": \"RSS\", \"url\": \"https://news.example.org/y\", \"interval\": \"PT5M\"}")
                .put("/api/v1/sources/" + source.id())
                .then()
                .statusCode(200);
        queue.end(replica, claim, outcome);
        // Then
        assertThat(source.shown().getString("lastSuccessAt")).isNull();
        source.isDue();
        assertThat(claim(source).validators()).isNull();
        assertThat(source.reports().getList("items")).hasSize(1);
    }

    private static Map<String, String> next(String path) {
        return Map.of("Link", "<%s>; rel=\"prev\", <%s>; rel=\"next\"".formatted("http://x.example.org/", path));
    }

    private Watched watch(String path, String kind) {
        return Watched.at(publisher.url(path), kind, jdbi);
    }

    private void poll(Watched source) throws InterruptedException {
        source.isDue();
        PollClaim claim = claim(source);
        queue.end(replica, claim, poller().poll(claim));
    }

    private PollClaim claim(Watched source) {
        PollClaim claim = queue.claim(replica).orElseThrow();
        assertThat(claim.source().id()).isEqualTo(source.id());
        return claim;
    }

    private Poller poller() {
        return new Poller(publisher.fetcher(), items, config);
    }
}
