package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are shown, and whose.
 *
 * @param week in which they were received: 0 ends now, 1 is the one before it
 * @param jurisdiction nothing for everywhere
 * @param fate nothing for all
 */
@TemplateData
public record AnswerTimeFilter(
        int week, @Nullable String jurisdiction, @Nullable AnswerFateCode fate) {

    private static final Duration WEEK = Duration.ofDays(7);
    /** As many as the desk shows. */
    private static final int WEEKS = 8;

    static AnswerTimeFilter of(@Nullable String week, @Nullable String jurisdiction, @Nullable String fate) {
        return new AnswerTimeFilter(
                IntStream.range(0, WEEKS)
                        .filter(each -> Integer.toString(each).equals(week))
                        .findFirst()
                        .orElse(0),
                FormInputParser.text(jurisdiction),
                Arrays.stream(AnswerFateCode.values())
                        .filter(each -> each.name().equals(fate))
                        .findFirst()
                        .orElse(null));
    }

    Instant from(Instant now) {
        return to(now).minus(WEEK);
    }

    Instant to(Instant now) {
        return now.minus(WEEK.multipliedBy(week));
    }

    public List<AnswerFateCode> fates() {
        return List.of(AnswerFateCode.values());
    }

    /** The latest first. */
    public List<Integer> weeks() {
        return IntStream.range(0, WEEKS).boxed().toList();
    }

    public String inWeek(Integer other) {
        return address(other, jurisdiction, fate);
    }

    /** @param other nothing for all */
    public String of(@Nullable AnswerFateCode other) {
        return address(week, jurisdiction, other);
    }

    /** @param other nothing for everywhere */
    public String within(@Nullable String other) {
        return address(week, other, fate);
    }

    private static String address(int week, @Nullable String territory, @Nullable AnswerFateCode fate) {
        UriBuilder address = UriBuilder.fromPath("/answer-times").queryParam("week", week);
        if (territory != null) {
            address.queryParam("jurisdiction", "{territory}").resolveTemplate("territory", territory);
        }
        if (fate != null) {
            address.queryParam("fate", fate.name());
        }
        return address.build().toString();
    }
}
