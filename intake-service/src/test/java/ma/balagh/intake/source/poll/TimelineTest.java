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
import org.jspecify.annotations.Nullable;
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

    @Test
    void readsAPageAgainOnceOfWhichAnItemCannotBeWritten() throws InterruptedException {
        // Given
        Watched source = stand.watch("/tag", "MASTODON_TAG");
        List<Article> told = Stream.generate(Article::fresh).limit(4).toList();
        publishes("/tag", null, told.get(3));
        stand.poll(source);
        publishes("/tag", "/tag?max=2", told.get(0));
        stand.publisher().publishes("/tag?max=2", 200, next("/tag?max=1"), timeline(told.subList(1, 4)));
        // When
        database.execute("""
                alter table item add constraint item_unwritable_check
                check (address is null or address not like '%%%s%%') not valid
                """.formatted(told.get(1).id()));
        try {
            stand.poll(source);
            // Then
            assertThat(source.reports().getList("items")).hasSize(3);
            assertThat(source.shown().getString("state")).isEqualTo("FAILING");
        } finally {
            database.execute("alter table item drop constraint item_unwritable_check");
        }
        // When
        stand.poll(source);
        // Then
        assertThat(source.reports().<String>getList("items.url"))
                .contains(told.get(1).url());
        assertThat(source.shown().getString("state")).isEqualTo("WORKING");
        // When
        stand.poll(source);
        // Then: nothing is left to go on with
        assertThat(stand.publisher().asked()).last().isEqualTo("/tag");
    }

    @Test
    void goesOnWithWhatItLeftWhenMoreHasComeMeanwhile() throws InterruptedException {
        // Given: a page that cannot be read, behind the newest
        Watched source = stand.watch("/tag", "MASTODON_TAG");
        List<Article> told = Stream.generate(Article::fresh).limit(6).toList();
        publishes("/tag", null, told.get(5));
        stand.poll(source);
        publishes("/tag", "/tag?max=4", told.get(4));
        stand.publisher().publishes("/tag?max=4", 500, Map.of(), "");
        stand.poll(source);
        // When: more than a page comes, and the next newest page cannot be read either
        publishes("/tag", "/tag?max=2", told.get(1));
        stand.publisher().publishes("/tag?max=2", 500, Map.of(), "");
        stand.poll(source);
        // Then
        assertThat(source.reports().getList("items")).hasSize(3);
        // When
        publishes("/tag", "/tag?max=1", told.get(0));
        publishes("/tag?max=1", "/tag?max=2", told.get(1));
        publishes("/tag?max=2", "/tag?max=3", told.get(2));
        publishes("/tag?max=3", "/tag?max=4", told.get(4));
        publishes("/tag?max=4", "/tag?max=5", told.get(3));
        publishes("/tag?max=5", "/tag?max=6", told.get(5));
        stand.poll(source);
        // Then
        assertThat(source.reports().<String>getList("items.url"))
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(Article::url).toList());
        assertThat(stand.publisher().asked()).doesNotContain("/tag?max=6");
        // When
        publishes("/tag", "/tag?max=1", told.get(0));
        stand.poll(source);
        // Then: nothing is left to go on with
        assertThat(stand.publisher().asked()).last().isEqualTo("/tag");
    }

    @Test
    void endsAtWhatItKnewBeforeThatWasErased() throws InterruptedException {
        // Given
        Watched source = stand.watch("/tag", "MASTODON_TAG");
        Article oldest = Article.fresh();
        Article erased = Article.fresh();
        publishes("/tag", null, erased);
        stand.poll(source);
        database.execute(
                "update item set erased_at = now(), title = '', text = '', media = '{}' where source_id = ?",
                source.id());
        // When
        publishes("/tag", "/tag?max=1", erased);
        publishes("/tag?max=1", null, oldest);
        stand.poll(source);
        // Then
        assertThat(stand.publisher().asked()).doesNotContain("/tag?max=1");
        assertThat(source.reports().<String>getList("items.url")).containsExactly(erased.url());
        assertThat(database.one(
                        Long.class, "select count(*) from item where source_id = ? and media = '{}'", source.id()))
                .isEqualTo(1);
    }

    private void publishes(String path, @Nullable String next, Article article) {
        stand.publisher().publishes(path, 200, next == null ? Map.of() : next(next), timeline(List.of(article)));
    }

    private static Map<String, String> next(String path) {
        return Map.of("Link", "<%s>; rel=\"prev\", <%s>; rel=\"next\"".formatted("http://x.example.org/", path));
    }
}
