package ma.balagh.intake.source.poll;

import static ma.balagh.intake.source.poll.Feeds.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.intake.Database;
import ma.balagh.intake.source.item.ItemService;
import ma.balagh.intake.source.poll.Feeds.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class TimelineTest {

    @Inject
    PollQueue queue;

    @Inject
    ItemService items;

    @Inject
    PollConfig config;

    @Inject
    Database database;

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
    void readsATimelineUntilWhatItKnows() throws InterruptedException {
        // Given
        Watched source = stand.watch("/tag", "MASTODON_TAG");
        Article oldest = Article.fresh();
        stand.publisher().publishes("/tag", timeline(List.of(oldest)));
        stand.poll(source);
        List<Article> news = Stream.generate(Article::fresh).limit(5).toList();
        // When
        stand.publisher().publishes("/tag", 200, next("/tag?max=3"), timeline(news.subList(0, 2)));
        stand.publisher().publishes("/tag?max=3", 200, next("/tag?max=1"), timeline(news.subList(2, 4)));
        stand.publisher().publishes("/tag?max=1", 200, next("/tag?max=0"), timeline(List.of(news.get(4), oldest)));
        stand.poll(source);
        // Then
        assertThat(stand.publisher().asked()).doesNotContain("/tag?max=0");
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
        Watched source = stand.watch("/tag", "MASTODON_TAG");
        Article oldest = Article.fresh();
        stand.publisher().publishes("/tag", timeline(List.of(oldest)));
        stand.poll(source);
        Article newest = Article.fresh();
        Article between = Article.fresh();
        stand.publisher().publishes("/tag", 200, next("/tag?max=1"), timeline(List.of(newest)));
        stand.publisher().publishes("/tag?max=1", 500, Map.of(), "");
        // When
        stand.poll(source);
        // Then
        assertThat(source.shown().getString("state")).isEqualTo("FAILING");
        assertThat(source.reports().getList("items")).hasSize(2);
        // When
        stand.publisher().publishes("/tag?max=1", timeline(List.of(between, oldest)));
        stand.poll(source);
        // Then
        assertThat(source.reports().getList("items.url")).hasSize(3).contains(between.url());
    }

    private static Map<String, String> next(String path) {
        return Map.of("Link", "<%s>; rel=\"prev\", <%s>; rel=\"next\"".formatted("http://x.example.org/", path));
    }
}
