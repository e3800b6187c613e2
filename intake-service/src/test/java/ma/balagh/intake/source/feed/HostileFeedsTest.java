package ma.balagh.intake.source.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ma.balagh.intake.source.feed.UnreadableFeedException.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class HostileFeedsTest {

    @Test
    void asksNobodyForEntitiesAndDocumentTypes(@TempDir Path directory) throws IOException, UnreadableFeedException {
        Path secret = Files.writeString(directory.resolve("secret"), "do not tell");
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            String outside = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String rest = Feeds.rss("<item><title>t&e;u</title><guid>1</guid>"
                    + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + outside + "\"/></item>");
            for (String type : List.of(
                    "<!DOCTYPE rss SYSTEM \"" + outside + "\">",
                    "<!DOCTYPE rss PUBLIC \"-//x\" \"" + outside + "\">",
                    "<!DOCTYPE rss [<!ENTITY e SYSTEM \"" + outside + "\">]>",
                    "<!DOCTYPE rss [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + outside + "\"> %p; ]>",
                    "<?xml-stylesheet type=\"text/xsl\" href=\"" + outside + "\"?>")) {
                // When
                ParsedFeed feed = Feeds.read(type + rest);
                // Then
                assertThat(feed.items()).as(type).extracting(FeedItem::title).containsExactly("t&e;u");
            }
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void expandsNoEntities() throws UnreadableFeedException {
        // Given
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        String title = "&l19;".repeat(50);
        // When
        ParsedFeed feed = Feeds.read(bomb + "]>" + Feeds.rss("<item><title>" + title + "</title></item>"));
        // Then
        assertThat(feed.items().getFirst().title()).isEqualTo(title);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> Feeds.read(new byte[FeedReader.MAX_BYTES + 1], null))
                .hasMessage("larger than 64 MiB: 67108865 bytes")
                .isInstanceOfSatisfying(
                        UnreadableFeedException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.TOO_LARGE));
    }

    @Test
    void boundsTheTimeThatAMillionItemsTake() throws UnreadableFeedException {
        assertThat(Feeds.read(Feeds.rss("<item><guid>1</guid></item>".repeat(1_000_000)))
                        .items())
                .hasSize(FeedReader.MAX_ITEMS);
        assertThat(Feeds.read("[" + "{\"id\":\"1\"},".repeat(1_000_000) + "]").items())
                .hasSize(FeedReader.MAX_ITEMS);
    }

    @Test
    void survivesDepth() {
        assertReadable("[".repeat(1_000_000));
        assertReadable("{\"items\":[" + "{\"attachments\":[".repeat(1_000_000));
        assertReadable("<rss>" + "<a>".repeat(3_000_000));
        assertReadable("<rss><channel>" + "<item>".repeat(1_000_000));
        assertReadable(Feeds.rss("<item><title>t</title>" + "<a>".repeat(10_000) + "</item>"));
        assertReadable(Feeds.rss("<item><media:group>" + "<media:group>".repeat(5_000) + "</item>"));
        assertReadable(Feeds.rss("<item><description>" + "&lt;div&gt;".repeat(500_000) + "</description></item>"));
    }

    @Test
    void survivesPatternsThatCostMuchToSearch() {
        for (String part : List.of(
                "<item ",
                "<![CDATA[",
                "<!--",
                "<!DOCTYPE [",
                "<!DOCTYPE x>",
                "</x>",
                "&",
                "<",
                "<item><item ",
                "<?xml encoding=",
                "<pubDate ",
                "<item><pubDate>2026",
                "[{\"id\":",
                "{\"items\":[],",
                "<a:",
                "<item xmlns:a='b'/>",
                "<item/>")) {
            assertReadable("<rss><channel>" + part.repeat(2_000_000 / part.length()));
            assertReadable(part.repeat(2_000_000 / part.length()));
        }
    }

    @Test
    void boundsEachFieldOfAnItem() throws UnreadableFeedException {
        // Given
        String large = "سرقة ".repeat(300_000);
        // When
        FeedItem item = Feeds.read(
                        Feeds.rss("<item><title>" + large + "</title><guid>" + large + "</guid><link>https://a.example/"
                                + large + "</link><description>&lt;p>" + large + "</description>"
                                + "<enclosure url='/a.mp4'/>".repeat(100)
                                + "</item>"))
                .items()
                .getFirst();
        // Then
        assertThat(item.title())
                .hasSizeLessThanOrEqualTo(PlainTextConverter.MAX_TITLE)
                .isNotEmpty();
        assertThat(item.text())
                .hasSizeLessThanOrEqualTo(PlainTextConverter.MAX_TEXT)
                .isNotEmpty();
        assertThat(item.identity()).isNull();
        assertThat(item.address()).isNull();
        assertThat(item.media()).hasSize(1);
    }

    @Test
    void readsThe64MegabytesThatAreAllowed() {
        byte[] bytes = new byte[FeedReader.MAX_BYTES];
        for (String filling : List.of("<a/>x", "<item>")) {
            byte[] part = filling.getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = part[i % part.length];
            }
            System.arraycopy("<rss><channel>".getBytes(US_ASCII), 0, bytes, 0, 14);
            assertReadable(bytes);
        }
        Arrays.fill(bytes, (byte) '[');
        assertReadable(bytes);
    }

    private static void assertReadable(String document) {
        assertReadable(document.getBytes(UTF_8));
    }

    /** Gives items, or the one exception. */
    private static void assertReadable(byte[] document) {
        try {
            assertThat(Feeds.read(document, null).items()).hasSizeLessThanOrEqualTo(FeedReader.MAX_ITEMS);
        } catch (UnreadableFeedException unreadable) {
            assertThat(unreadable).hasMessageNotContaining("Exception").hasMessageNotContaining("Error");
        }
    }
}
