package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.report.ReportResponse;
import org.jspecify.annotations.Nullable;

/**
 * A report that waits for its answer.
 *
 * @param missing nothing where it has media or names none
 */
@TemplateData
public record UnansweredResponse(
        UUID id,
        Instant receivedAt,
        @Nullable AgeClassCode age,
        ReportResponse.@Nullable Status status,
        ReportResponse.@Nullable Channel channel,
        String jurisdiction,
        @Nullable String receipt,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        ReportResponse.@Nullable MediaLink missing) {

    public @Nullable String heading() {
        return ReportResponse.heading(title, text, url, receipt);
    }
}
