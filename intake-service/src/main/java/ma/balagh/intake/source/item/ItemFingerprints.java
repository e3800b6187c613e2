package ma.balagh.intake.source.item;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.balagh.intake.evidence.Sha256Digest;
import ma.balagh.intake.source.feed.CanonicalAddress;
import ma.balagh.intake.source.feed.FeedItem;
import org.jspecify.annotations.Nullable;

/**
 * By what an item is recognised, each the SHA-256 of what it stands for, in hex.
 *
 * @param key within its source: of what the source calls it, else of its address, else of what it says
 * @param address wherever it comes from: of its page's canonical address
 * @param content wherever it comes from: of its words, if they are enough to tell it from any other
 */
record ItemFingerprints(
        String key, @Nullable String address, @Nullable String content) {

    /** Two articles do not share so many letters and digits by chance. */
    private static final int TELLING = 100;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    static ItemFingerprints of(FeedItem item) {
        Optional<String> address = Optional.ofNullable(item.address())
                .flatMap(uri -> CanonicalAddress.of(uri.toString()))
                .map(CanonicalAddress::value);
        String key = Optional.ofNullable(item.identity())
                .or(() -> address)
                .orElseGet(() -> item.title() + "\n" + item.text() + "\n" + item.media());
        return new ItemFingerprints(
                digest(key),
                address.map(ItemFingerprints::digest).orElse(null),
                content(item).map(ItemFingerprints::digest).orElse(null));
    }

    /** The text alone where it is long enough: others publish it under a title of their own. */
    private static Optional<String> content(FeedItem item) {
        String text = words(item.text());
        String told = text.length() >= TELLING ? text : words(item.title()) + text;
        return told.length() >= TELLING ? Optional.of(told) : Optional.empty();
    }

    private static String words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(folded).replaceAll("");
    }

    private static String digest(String text) {
        return Sha256Digest.of(Sha256Digest.algorithm().digest(text.getBytes(StandardCharsets.UTF_8)))
                .hex();
    }
}
