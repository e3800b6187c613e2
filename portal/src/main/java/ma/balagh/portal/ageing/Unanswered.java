package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.report.Report;
import org.jspecify.annotations.Nullable;

/** A report that waits for its answer. */
@TemplateData
public record Unanswered(
        UUID id,
        Instant receivedAt,
        @Nullable AgeClass age,
        Report.@Nullable Status status,
        Report.@Nullable Channel channel,
        String jurisdiction,
        @Nullable String receipt,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url) {

    public @Nullable String heading() {
        return Report.heading(title, text, url, receipt);
    }
}
