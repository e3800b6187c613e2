package ma.balagh.portal.track;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/** From when to when a track is asked for. */
@TemplateData
public record TrackPeriod(Instant from, Instant to) {

    /** A shift, and some. */
    private static final Duration USUAL = Duration.ofHours(12);

    /** @param from as a {@code datetime-local} field says it; twelve hours before the end where it says nothing */
    static TrackPeriod of(@Nullable String from, @Nullable String to, Instant now) {
        Instant until = FormInputParser.moment(to, "to");
        // The present minute belongs to it.
        Instant end = until == null ? now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES) : until;
        Instant begin = FormInputParser.moment(from, "from");
        return new TrackPeriod(begin == null ? end.minus(USUAL) : begin, end);
    }
}
