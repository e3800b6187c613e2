package ma.balagh.intake.ageing;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/**
 * A report that waits for its answer, as far as one needs to choose it from a list.
 *
 * @param text how it begins
 */
record UnansweredView(
        UUID id,
        Instant receivedAt,
        AgeClass age,
        ReportStatus status,
        Channel channel,
        String jurisdiction,
        String receipt,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url) {}
