package ma.balagh.intake.report;

import java.time.Instant;
import java.util.List;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /reports}. What it may hold is in {@link FilingRules}.
 *
 * @param reporter who told us; kept apart and encrypted
 */
record FileReport(
        @Nullable Channel channel,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Claim claim,
        @Nullable String jurisdiction,
        @Nullable List<@Nullable String> mediaUrls,
        @Nullable ReporterIdentity reporter) {

    List<@Nullable String> links() {
        return mediaUrls == null ? List.of() : mediaUrls;
    }
}
