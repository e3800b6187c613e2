package ma.balagh.contracts.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report was accepted. The reporter's identity never travels.
 *
 * @param reportId the report
 * @param channel which way it came in
 * @param jurisdiction territory whose staff may see it, such as {@code MA-CAS}
 * @param publishedAt when it was published, as claimed
 * @param receivedAt when intake accepted it
 * @param url where it was published
 * @param title its title
 * @param text its text, at most 20,000 characters
 * @param language BCP 47 tag of the text
 * @param claim time and place as claimed
 */
public record ReportReceived(
        UUID reportId,
        Channel channel,
        String jurisdiction,
        @Nullable Instant publishedAt,
        Instant receivedAt,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Claim claim)
        implements ReportEvent {

    public ReportReceived {
        requireNonNull(reportId, "reportId");
        requireNonNull(channel, "channel");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(receivedAt, "receivedAt");
    }

    @Override
    public UUID subject() {
        return reportId;
    }
}
