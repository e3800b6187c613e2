package ma.balagh.intake.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FeedReaderTest {

    @Test
    void readsRss2WithMediaAndContent() throws UnreadableFeedException {
        // When
        ParsedFeed feed = Feeds.read(Feeds.RSS_2);
        // Then
        assertThat(feed.kind()).isEqualTo(FeedKind.RSS);
        assertThat(feed.cut()).isFalse();
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "news-1",
                                URI.create("https://news.example.ma/2026/11/kreesaj?id=1"),
                                "محاولة كريساج & سرقة بالدار البيضاء",
                                "فيديو سرقة بالخطف",
                                "ar-MA",
                                Instant.parse("2026-11-24T20:15:00Z"),
                                List.of(
                                        medium("https://news.example.ma/media/1.mp4", "video/mp4", MediumKind.VIDEO),
                                        medium("https://cdn.example.ma/1-720.mp4", "video/mp4", MediumKind.VIDEO),
                                        medium("https://cdn.example.ma/1.mp3", null, MediumKind.AUDIO))),
                        new FeedItem(
                                "https://news.example.ma/2",
                                URI.create("https://news.example.ma/2"),
                                "Vol à l'arraché",
                                "",
                                "fr",
                                Instant.parse("2026-11-23T10:00:00Z"),
                                List.of(medium("https://news.example.ma/feeds/2.jpg", null, MediumKind.IMAGE))));
    }

    @Test
    void readsTheOlderVersionsOfRss() throws UnreadableFeedException {
        FeedItem plain = new FeedItem(null, URI.create("https://a.example/1"), "Un", "Texte", "fr", null, List.of());
        assertThat(Feeds.read(Feeds.RSS_091).items()).containsExactly(plain);
        assertThat(Feeds.read(Feeds.RSS_091.replace("0.91", "0.93")).items()).containsExactly(plain);
        assertThat(Feeds.read(Feeds.RSS_091.replace(" version=\"0.91\"", "")).items())
                .containsExactly(plain);
        assertThat(Feeds.read(Feeds.RSS_090).items())
                .containsExactly(new FeedItem(null, plain.address(), "Un", "", null, null, List.of()));
        assertThat(Feeds.read(Feeds.RSS_1).items())
                .containsExactly(new FeedItem(
                        "urn:one",
                        plain.address(),
                        "Un",
                        "Texte",
                        null,
                        Instant.parse("2026-11-20T00:00:00Z"),
                        List.of()));
    }

    @Test
    void readsAtomWithBasesAndTextConstructs() throws UnreadableFeedException {
        // When
        ParsedFeed feed = Feeds.read(Feeds.ATOM);
        // Then
        assertThat(feed.kind()).isEqualTo(FeedKind.ATOM);
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "tag:b.example,2026:1",
                                URI.create("https://b.example/x/y/1.html"),
                                "سرقة هاتف",
                                "نص مائل",
                                "ar",
                                Instant.parse("2026-11-22T07:30:00Z"),
                                List.of(medium("https://b.example/x/1.webm", "video/webm", MediumKind.VIDEO))),
                        new FeedItem(
                                "urn:2",
                                null,
                                "1 < 2",
                                "Described",
                                "ar",
                                null,
                                List.of(medium("https://b.example/x/2.mp4", "video/mp4", MediumKind.VIDEO))));
        assertThat(Feeds.read(Feeds.ATOM_03).items())
                .containsExactly(new FeedItem(
                        "urn:3",
                        URI.create("https://a.example/3"),
                        "Un",
                        "Texte",
                        null,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        List.of()));
    }

    /** As dispatch's {@code CommuniqueFeedWriterTest} writes it. */
    @Test
    void readsTheFeedOfOwnCommuniques() throws UnreadableFeedException, IOException {
        // When
        ParsedFeed feed;
        try (var written =
                Objects.requireNonNull(getClass().getResourceAsStream("/ma/balagh/intake/communiques.atom"))) {
            feed = Feeds.read(written.readAllBytes(), "application/atom+xml;charset=UTF-8");
        }
        // Then
        assertThat(feed.kind()).isEqualTo(FeedKind.ATOM);
        assertThat(feed.broken()).isZero();
        assertThat(feed.cut()).isFalse();
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "urn:uuid:01985a00-0000-7000-8000-000000000003",
                                communique(3, "?lang=fr"),
                                "Vigilance",
                                "Des vols sont signalés & la prudence est de mise <ici>.",
                                "fr",
                                Instant.parse("2026-11-29T12:01:00Z"),
                                List.of(new FeedMedium(
                                        communique(3, ".cap"), "application/cap+xml", MediumKind.OTHER))),
                        new FeedItem(
                                "urn:uuid:01985a00-0000-7000-8000-000000000002",
                                communique(2, "?lang=fr"),
                                "Arrestations à Casablanca",
                                "Deux personnes sont arrêtées.",
                                "fr",
                                Instant.parse("2026-11-29T12:00:00Z"),
                                List.of()),
                        new FeedItem(
                                "urn:uuid:01985a00-0000-7000-8000-000000000001",
                                communique(1, "?lang=fr"),
                                "[Retiré] Arrestations",
                                "Une personne est arrêtée.",
                                "fr",
                                Instant.parse("2026-11-29T11:00:00Z"),
                                List.of()));
    }

    private static URI communique(int number, String end) {
        return URI.create("https://balagh.example.org/public/communiques/01985a00-0000-7000-8000-00000000000%d%s"
                .formatted(number, end));
    }

    @Test
    void readsJsonFeed() throws UnreadableFeedException {
        // When
        ParsedFeed feed = Feeds.read(Feeds.JSON_FEED);
        // Then
        assertThat(feed.kind()).isEqualTo(FeedKind.JSON_FEED);
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "1",
                                URI.create("https://news.example.ma/1"),
                                "سرقة",
                                "نص",
                                "ar",
                                Instant.parse("2026-11-24T09:00:00Z"),
                                List.of(medium("https://news.example.ma/1.mp4", "video/mp4", MediumKind.VIDEO))),
                        new FeedItem("2", null, "", "a < b", "fr", null, List.of()));
    }

    @Test
    void readsATimelineOfMastodon() throws UnreadableFeedException {
        // When
        ParsedFeed feed = Feeds.read(Feeds.MASTODON);
        // Then
        assertThat(feed.kind()).isEqualTo(FeedKind.MASTODON);
        assertThat(feed.items())
                .containsExactly(new FeedItem(
                        "https://m.example/users/a/statuses/11",
                        URI.create("https://m.example/@a/11"),
                        "",
                        "شوفو #كريساج",
                        "ar",
                        Instant.parse("2026-11-24T20:00:00Z"),
                        List.of(
                                medium("https://files.example/1", null, MediumKind.VIDEO),
                                medium("https://far.example/2", null, MediumKind.AUDIO))));
    }

    @Test
    void takesEmptyFeedsForFeeds() throws UnreadableFeedException {
        for (String empty : List.of(
                Feeds.rss(""), "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", "{\"items\": []}", "[]")) {
            assertThat(Feeds.read(empty).items()).isEmpty();
        }
    }

    @Test
    void givesTheNewestOfManyItemsInTheirOrder() throws UnreadableFeedException {
        // Given
        var items = new StringBuilder();
        for (int i = 0; i < FeedReader.MAX_ITEMS + 50; i++) {
            String date =
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * i).toString();
            items.append("<item><guid>")
                    .append(i)
                    .append("</guid><pubDate>")
                    .append(date)
                    .append("</pubDate></item>");
        }
        // When
        ParsedFeed feed = Feeds.read(Feeds.rss(items.toString()));
        // Then
        assertThat(feed.items()).hasSize(FeedReader.MAX_ITEMS);
        assertThat(feed.items().getFirst().identity()).isEqualTo("50");
        assertThat(feed.items().getLast().identity()).isEqualTo("1049");
    }

    @Test
    void readsDatesAsTheyAreWritten() {
        Map.ofEntries(
                        Map.entry("Tue, 24 Nov 2026 21:15:00 GMT", "2026-11-24T21:15:00Z"),
                        Map.entry("24 Nov 26 21:15 EST", "2026-11-25T02:15:00Z"),
                        Map.entry("Tuesday, 24-Nov-26 21:15:00 GMT", "2026-11-24T21:15:00Z"),
                        Map.entry("Tue Nov 24 21:15:00 2026", "2026-11-24T21:15:00Z"),
                        Map.entry("mar., 24 novembre 2026 21:15:00 +0100", "2026-11-24T20:15:00Z"),
                        Map.entry("24 نونبر 2026", "2026-11-24T00:00:00Z"),
                        Map.entry("الثلاثاء، ٢٤ نوفمبر ٢٠٢٦ ٢١:١٥", "2026-11-24T21:15:00Z"),
                        Map.entry("November 24, 2026 9:15 PM", "2026-11-24T21:15:00Z"),
                        Map.entry("2026-11-24T21:15:00.5+01:00", "2026-11-24T20:15:00.500Z"),
                        Map.entry("2026-11-24 21:15:00", "2026-11-24T21:15:00Z"),
                        Map.entry("20261124T211500Z", "2026-11-24T21:15:00Z"),
                        Map.entry(" 2066-11-24 ", "2066-11-24T00:00:00Z"))
                .forEach((told, instant) ->
                        assertThat(FeedDateParser.of(told)).as(told).contains(Instant.parse(instant)));
    }

    @Test
    void tellsNoDateRatherThanAWrongOne() {
        for (String told : List.of(
                "",
                "yesterday",
                "2026-13-01",
                "2026-02-30",
                "31 Apr 2026 10:00:00 GMT",
                "24 Foo 2026",
                "0001-01-01",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "2026-11-24T25:00:00Z",
                "24 Nov 2026 10:00 XYZ",
                "13:00 PM",
                "2026-11-24T10:00:00+99:00",
                "9".repeat(500))) {
            assertThat(FeedDateParser.of(told)).as(told).isEmpty();
        }
    }

    private static FeedMedium medium(String address, @Nullable String type, MediumKind kind) {
        return new FeedMedium(URI.create(address), type, kind);
    }
}
