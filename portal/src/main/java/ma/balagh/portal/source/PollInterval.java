package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The minimum frequency of polls, in the largest unit that gives a whole number. */
@TemplateData
public record PollInterval(Duration length) {

    private static final List<PollInterval> USUAL = Stream.of("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT24H")
            .map(text -> new PollInterval(Duration.parse(text)))
            .toList();

    /** What it is counted in. */
    public enum Unit {
        SECONDS,
        MINUTES,
        HOURS
    }

    /** What is offered to choose from, beside what is chosen already. */
    static List<PollInterval> choices(PollInterval chosen) {
        return Stream.concat(USUAL.stream(), Stream.of(chosen))
                .distinct()
                .sorted((one, other) -> one.length.compareTo(other.length))
                .toList();
    }

    public Unit unit() {
        long seconds = length.toSeconds();
        return seconds % 3600 == 0 ? Unit.HOURS : seconds % 60 == 0 ? Unit.MINUTES : Unit.SECONDS;
    }

    public long count() {
        return switch (unit()) {
            case SECONDS -> length.toSeconds();
            case MINUTES -> length.toMinutes();
            case HOURS -> length.toHours();
        };
    }

    /** As intake writes it. */
    public String value() {
        return length.toString();
    }
}
