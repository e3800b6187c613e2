package ma.balagh.intake.source.feed;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.intake.source.feed.UnreadableFeedException.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a feed, whatever somebody says of them and whatever was done to them. <ul>
 * <li>The kind is told by the text, the encoding by the bytes first ({@link FeedCharsetDetector}).
 * <li>Document types and entities of a document's own are never resolved; nothing is ever fetched.
 * <li>What is broken in one item costs that item only; broken JSON costs those after it, too. Of a document that is cut,
 *     the whole items are given.
 * <li>Time and memory are bounded by the size of the document, which is bounded.
 * </ul>
 */
public final class FeedReader {

    /** 64 MiB. Larger documents are refused unread. */
    public static final int MAX_BYTES = 64 << 20;

    /** Of a feed with more items, the newest are given. */
    public static final int MAX_ITEMS = 1_000;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9._:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private FeedReader() {}

    /**
     * @param contentType the header of the answer, if it has one
     * @param address from which the feed came, after redirects: http or https, to which links are relative
     * @throws UnreadableFeedException the only exception: no items can be read from it
     */
    public static ParsedFeed read(byte[] bytes, @Nullable String contentType, URI address)
            throws UnreadableFeedException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableFeedException(
                    Trouble.TOO_LARGE, "larger than " + (MAX_BYTES >> 20) + " MiB: " + bytes.length + " bytes");
        }
        try {
            String text = FeedCharsetDetector.decode(bytes, charset(contentType));
            int start = start(text);
            if (start == text.length()) {
                throw new UnreadableFeedException(
                        Trouble.EMPTY, bytes.length == 0 ? "an empty document" : "nothing but white space");
            }
            char first = text.charAt(start);
            return first == '[' || first == '{'
                    ? new JsonFeedReader(text.substring(start), address, MAX_ITEMS).read()
                    : new XmlFeedReader(text, address, MAX_ITEMS).read();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw new UnreadableFeedException(
                    Trouble.MALFORMED,
                    "cannot be read: " + unforeseen.getClass().getSimpleName(),
                    unforeseen);
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null || contentType.length() > 1_000) {
            return null;
        }
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : null;
    }

    /** Where something stands first that can be seen. */
    private static int start(String text) {
        int at = 0;
        while (at < text.length() && isInvisible(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isInvisible(char unit) {
        return unit <= ' ' || unit == 0xFEFF || Character.isWhitespace(unit) || Character.isISOControl(unit);
    }
}
