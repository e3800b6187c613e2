package ma.balagh.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A published item that becomes a report.
 *
 * @param title and
 * @param text within the bounds of what may be filed, perhaps empty
 * @param mediaUrls each once, absolute, in their order
 */
public record PublishedItem(
        UUID sourceId,
        Channel channel,
        String jurisdiction,
        @Nullable String url,
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Claim claim,
        List<String> mediaUrls) {}
