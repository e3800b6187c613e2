package ma.balagh.intake.claimtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.balagh.wording.FoldedText;

/** Parses the times that a text claims, in Arabic, Darija, French and English. */
@ApplicationScoped
public class ClaimedTimeParser {

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 20;

    /** Words about one time stand at most so many characters apart. */
    private static final int APART = 25;

    private static final String SENTENCE_ENDS = ".!?؛;\n";

    /**
     * What the text says of when something happened, relative to its publication; at most twenty, in the text's order.
     * What would lie after publication is left out: it is announced, not reported. So is what lies before 1970, as in reports
     * that are filed; what lies beyond 20,000 characters; and what comes after very many words for times.
     *
     * @param zone in which the words are meant
     */
    public List<ClaimedTime> read(String text, Instant publishedAt, ZoneId zone) {
        FoldedText folded = FoldedText.of(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        ZonedDateTime published = publishedAt.atZone(zone);
        var passages = new TimePassageDetector(folded);
        return groups(passages, hints(passages, published)).stream()
                .map(group -> claimed(folded, group, published))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private static List<TimeHint> hints(TimePassageDetector passages, ZonedDateTime published) {
        List<TimeHint> all =
                new ArrayList<>(new DayParser(passages, published.toLocalDate(), published.getHour()).hints());
        all.addAll(RelativeTimeParser.in(passages, published));
        all.addAll(TimeOfDayParser.in(passages));
        for (PartOfDay part : PartOfDay.values()) {
            passages.each(part.words(), match -> all.add(new TimeHint.Part(match.start(), match.end(), part)));
        }
        all.sort(Comparator.comparingInt(TimeHint::from)
                .thenComparing(Comparator.comparingInt(TimeHint::to).reversed()));
        List<TimeHint> outermost = new ArrayList<>();
        int reached = 0;
        for (TimeHint hint : all) {
            if (hint.to() > reached) {
                outermost.add(hint);
                reached = hint.to();
            }
        }
        return outermost;
    }

    private static List<TimeExpression> groups(TimePassageDetector passages, List<TimeHint> hints) {
        List<TimeExpression> groups = new ArrayList<>();
        for (TimeHint hint : hints) {
            boolean joins = !groups.isEmpty()
                    && isNear(passages, groups.getLast().to(), hint.from())
                    && groups.getLast().takes(hint);
            if (!joins) {
                groups.add(new TimeExpression());
            }
            groups.getLast().add(hint);
        }
        return groups;
    }

    private static boolean isNear(TimePassageDetector passages, int from, int to) {
        return to - from <= APART
                && (to <= from || passages.between(from, to).chars().noneMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0));
    }

    private static Optional<ClaimedTime> claimed(FoldedText folded, TimeExpression moment, ZonedDateTime published) {
        return moment.resolved(published)
                .filter(interval -> interval.from().isBefore(published.toInstant())
                        && !interval.from().isBefore(Instant.EPOCH))
                .map(interval -> new ClaimedTime(
                        folded.written(moment.from(), moment.to()),
                        folded.origin(moment.from()),
                        interval.from(),
                        interval.to().isAfter(published.toInstant()) ? published.toInstant() : interval.to(),
                        moment.reasons()));
    }
}
