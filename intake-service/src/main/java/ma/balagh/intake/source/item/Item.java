package ma.balagh.intake.source.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source published.
 *
 * @param channel and
 * @param jurisdiction of its source
 * @param media addresses, in their order
 * @param assessment what it seems to be about, and why
 * @param reportId what it became, or of a sighting: what that became which it is a sighting of
 * @param sampled one of those by which officers see what the score misses
 * @param review what an officer said of it
 */
record Item(
        UUID id,
        UUID sourceId,
        Channel channel,
        String jurisdiction,
        @Nullable String address,
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant seenAt,
        List<String> media,
        Judgement assessment,
        ItemStatus standing,
        @Nullable UUID reportId,
        @Nullable UUID sightingOf,
        boolean sampled,
        @Nullable Review review) {

    Item {
        media = List.copyOf(media);
    }

    /** An officer looked at it. */
    record Review(Instant at, String by, String reason) {}
}
