package ma.balagh.intake.source.feed;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source has published, as its feed tells it.
 *
 * @param identity what the source itself calls it: guid, id, or a status's uri; at most 2,000 characters, a longer one
 *     counts as none
 * @param address of its page, absolute, http or https
 * @param title without markup, at most 500 characters, perhaps empty
 * @param text without markup, at most 20,000 characters, perhaps empty
 * @param language as told (BCP 47)
 * @param publishedAt as told, in the future, too; absent where the telling cannot be understood with certainty
 * @param media at most 50, each address once
 */
public record FeedItem(
        @Nullable String identity,
        @Nullable URI address,
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        List<FeedMedium> media) {

    private static final int MAX_IDENTITY = 2_000;
    private static final int MAX_MEDIA = 50;

    public FeedItem {
        identity = identity == null ? null : PlainTextConverter.tidied(identity, MAX_IDENTITY + 1);
        if (identity != null && (identity.isEmpty() || identity.length() > MAX_IDENTITY)) {
            identity = null;
        }
        media = distinct(media);
    }

    /** Whether there is nothing in it that anybody could look at or recognise. */
    boolean isEmpty() {
        return identity == null && address == null && title.isEmpty() && text.isEmpty() && media.isEmpty();
    }

    private static List<FeedMedium> distinct(List<FeedMedium> media) {
        var byAddress = new LinkedHashMap<URI, FeedMedium>();
        media.forEach(medium -> byAddress.merge(medium.address(), medium, FeedItem::tellingMore));
        return byAddress.values().stream().limit(MAX_MEDIA).toList();
    }

    private static FeedMedium tellingMore(FeedMedium one, FeedMedium other) {
        return one.kind() == MediumKind.OTHER || one.type() == null && other.type() != null ? other : one;
    }
}
