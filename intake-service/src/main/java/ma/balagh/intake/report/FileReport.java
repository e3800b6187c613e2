package ma.balagh.intake.report;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /reports}. What it may hold is in {@link FilingRules}.
 *
 * @param reporter who told us; kept apart and encrypted
 */
record FileReport(
        @Nullable Channel channel,
        @Size(max = FilingRules.MAX_URL) @Nullable String url,
        @Size(max = FilingRules.MAX_TITLE) @Nullable String title,
        @Size(max = FilingRules.MAX_TEXT) @Nullable String text,
        @Size(max = FilingRules.MAX_LANGUAGE) @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Claim claim,
        @Size(max = Jurisdictions.LONGEST) @Nullable String jurisdiction,
        @Size(max = FilingRules.MAX_LINKS) @Nullable List<@Nullable @Size(max = FilingRules.MAX_URL) String> mediaUrls,
        @Nullable ReporterIdentity reporter) {

    List<@Nullable String> links() {
        return mediaUrls == null ? List.of() : mediaUrls;
    }
}
