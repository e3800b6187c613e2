package ma.balagh.intake.source.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Feeds after whatever may happen to bytes on their way: there are items, or a reason why there are none. */
final class MutatedFeedsTest {

    private static final List<String> FEEDS = List.of(
            Feeds.RSS_2,
            Feeds.RSS_1,
            Feeds.RSS_091,
            Feeds.RSS_090,
            Feeds.ATOM,
            Feeds.ATOM_03,
            Feeds.JSON_FEED,
            Feeds.MASTODON);
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1256", "UTF-16", "UTF-16LE", "windows-1252");
    private static final List<String> PARTS = List.of(
            "<",
            ">",
            "&",
            "\"",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<item>",
            "</item>",
            "<entry>",
            "</entry>",
            "</channel>",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\u",
            "\\",
            "\0",
            "\uFEFF",
            "<!DOCTYPE x [",
            "xmlns=\"x\"",
            "&#x0;",
            "&nbsp;",
            "<html>",
            "null",
            "1e999999");
    private static final Duration BOUND = Duration.ofSeconds(5);

    @Property(tries = 10_000)
    void giveItemsOrAReason(
            @ForAll @IntRange(min = 0, max = 7) int feed,
            @ForAll @IntRange(min = 1, max = 12) int changes,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        String charset = CHARSETS.get(random.nextInt(3) == 0 ? random.nextInt(CHARSETS.size()) : 0);
        byte[] bytes = FEEDS.get(feed).getBytes(Charset.forName(charset));
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
        }
        // Then
        assertReadable(bytes, random.nextInt(4) == 0 ? "text/xml; charset=" + CHARSETS.get(random.nextInt(5)) : null);
    }

    @Property(tries = 1_000)
    void areReadWhateverBytesTheyAre(@ForAll byte[] bytes, @ForAll String text) {
        assertReadable(bytes, text);
        assertReadable(Feeds.rss("<item><title>" + text + "</title></item>").getBytes(UTF_8), null);
        assertReadable(("[{\"content\":\"" + text + "\"}]").getBytes(UTF_8), null);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 3 -> joined(bytes, 0, from, new byte[0], bytes, to);
            case 4 -> joined(bytes, 0, at, Arrays.copyOfRange(bytes, from, to), bytes, at);
            case 5 ->
                joined(bytes, 0, at, PARTS.get(random.nextInt(PARTS.size())).getBytes(UTF_8), bytes, at);
            case 6 ->
                joined(bytes, 0, from, PARTS.get(random.nextInt(PARTS.size())).getBytes(UTF_8), bytes, to);
            default -> random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : bytes;
        };
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] middle, byte[] tail, int rest) {
        var out = new ByteArrayOutputStream();
        out.write(head, from, to - from);
        out.writeBytes(middle);
        out.write(tail, rest, tail.length - rest);
        return out.toByteArray();
    }

    private static void assertReadable(byte[] bytes, @Nullable String contentType) {
        long start = System.nanoTime();
        try {
            for (FeedItem item : Feeds.read(bytes, contentType).items()) {
                assertThat(item.isEmpty()).isFalse();
                assertThat(item.text() + item.title()).doesNotContain("\0");
                assertThat(item.media())
                        .allMatch(medium -> medium.address().getScheme().startsWith("http"));
            }
        } catch (UnreadableFeedException unreadable) {
            assertThat(unreadable.getMessage()).isNotBlank().doesNotStartWith("cannot be read");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    }
}
