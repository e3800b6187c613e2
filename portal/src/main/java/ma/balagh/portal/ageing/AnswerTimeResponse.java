package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.report.ReportResponse;
import org.jspecify.annotations.Nullable;

/**
 * How long a report took to be answered, or has waited.
 *
 * @param answeredAt nothing where it has no answer
 * @param seconds until the answer, or until now
 */
@TemplateData
public record AnswerTimeResponse(
        UUID id,
        @Nullable AnswerFateCode fate,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        Double seconds,
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
