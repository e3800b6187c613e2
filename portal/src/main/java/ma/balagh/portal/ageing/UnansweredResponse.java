package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.report.ReportResponse;
import org.jspecify.annotations.Nullable;

/** A report that waits for its answer. */
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
        @Nullable String url) {

    public @Nullable String heading() {
        return ReportResponse.heading(title, text, url, receipt);
    }
}
