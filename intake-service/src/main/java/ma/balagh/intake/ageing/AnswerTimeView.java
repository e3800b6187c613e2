package ma.balagh.intake.ageing;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How long a report took to be answered, or has waited.
 *
 * @param answeredAt absent where it has no answer
 * @param seconds until the answer, or until now
 * @param text how it begins
 */
record AnswerTimeView(
        UUID id,
        AnswerFate fate,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        double seconds,
        Channel channel,
        String jurisdiction,
        String receipt,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url) {}
