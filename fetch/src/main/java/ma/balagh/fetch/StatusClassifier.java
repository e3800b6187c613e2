package ma.balagh.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.fetch.FetchOutcome.Answer;
import org.jspecify.annotations.Nullable;

/** Classifies an HTTP status for a fetch (RFC 9110, section 15). */
final class StatusClassifier {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private StatusClassifier() {}

    /** Where the answer sends us on to, or null. */
    static @Nullable String location(Answer answer) {
        return REDIRECTS.contains(answer.status()) ? answer.header("Location") : null;
    }

    /** @throws FetchFailedException when no medium comes with the answer */
    static void requireContent(Answer answer, Clock clock) throws FetchFailedException {
        switch (answer.status()) {
            case 200, 203, 206 -> {}
            case 202, 425 -> throw later(TransientReason.NOT_READY, answer, clock);
            case 204, 205 -> throw never(UnobtainableReason.EMPTY, answer);
            case 401, 407 -> throw never(UnobtainableReason.LOGIN_NEEDED, answer);
            case 403 -> throw never(UnobtainableReason.FORBIDDEN, answer);
            case 404 -> throw never(UnobtainableReason.NOT_FOUND, answer);
            case 410 -> throw never(UnobtainableReason.GONE, answer);
            case 451 -> throw never(UnobtainableReason.LEGAL_REASONS, answer);
            case 408 -> throw later(TransientReason.NO_ANSWER, answer, clock);
            case 429 -> throw later(TransientReason.TOO_MANY_REQUESTS, answer, clock);
            default -> {
                if (answer.status() >= 500) {
                    throw later(TransientReason.SERVER_FAILED, answer, clock);
                }
                throw never(UnobtainableReason.UNEXPECTED_STATUS, answer);
            }
        }
    }

    private static FetchFailedException never(UnobtainableReason reason, Answer answer) {
        return new FetchFailedException(reason, "status " + answer.status(), answer.status(), null);
    }

    private static FetchFailedException later(TransientReason reason, Answer answer, Clock clock) {
        return new FetchFailedException(
                reason,
                "status " + answer.status(),
                answer.status(),
                retryAfter(answer.header("Retry-After"), clock.instant()));
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); null when it is neither. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        Duration wait;
        if (SECONDS.matcher(value).matches()) {
            wait = Duration.ofSeconds(Long.parseLong(value));
        } else {
            try {
                wait = Duration.between(
                        now,
                        ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException e) {
                return null;
            }
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
