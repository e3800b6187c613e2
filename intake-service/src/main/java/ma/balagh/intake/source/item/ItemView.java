package ma.balagh.intake.source.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is shown.
 *
 * @param reportId what it became, or what that became of which it is a sighting
 * @param sampled drawn for a look at what the score misses
 */
record ItemView(
        UUID id,
        UUID sourceId,
        @Nullable String url,
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant seenAt,
        List<String> mediaUrls,
        Judgement assessment,
        ItemStatus standing,
        @Nullable UUID reportId,
        @Nullable UUID sightingOf,
        boolean sampled,
        Item.@Nullable Review review) {

    static ItemView of(Item item) {
        return new ItemView(
                item.id(),
                item.sourceId(),
                item.address(),
                item.title(),
                item.text(),
                item.language(),
                item.publishedAt(),
                item.seenAt(),
                item.media(),
                item.assessment(),
                item.standing(),
                item.reportId(),
                item.sightingOf(),
                item.sampled(),
                item.review());
    }
}
