package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.portal.relevance.RelevanceReasonResponse;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What an item seems to be about.
 *
 * @param score 0 to 100
 * @param keyword the one of its source's for which it was taken in whatever its score
 * @param places that it names, the likeliest first
 * @param times that it names
 */
@TemplateData
public record JudgementResponse(
        int score,
        boolean relevant,
        int termsVersion,
        List<RelevanceReasonResponse> reasons,
        @Nullable String keyword,
        List<Place> places,
        List<Time> times) {

    /** Why a place is more or less likely to be meant. */
    public enum PlaceReason {
        NAMED,
        PREPOSITION_BEFORE,
        PLACE_WORD_BEFORE,
        HASHTAG,
        CITY_NAMED_TOO,
        NAMED_OFTEN,
        AMBIGUOUS,
        COMMON_WORD,
        STREET_NAME
    }

    /** What a time was read from, and what had to be supposed. */
    public enum TimeReason {
        RELATIVE_DAY,
        WEEKDAY,
        AGO,
        DATE,
        PART_OF_DAY,
        CLOCK,
        YEAR_SUPPOSED,
        DAY_SUPPOSED,
        HALF_OF_DAY_OPEN
    }

    /**
     * A place that the text may mean.
     *
     * @param words its first mention
     * @param confidence 0 to 1; for putting places in order, no probability
     */
    @TemplateData
    public record Place(
            @Nullable String ar,
            @Nullable String fr,
            @Nullable String en,
            @Nullable String jurisdiction,
            String words,
            double confidence,
            List<PlaceReason> reasons) {

        /** Its name in that language, or else in one that it has. */
        public String in(PortalLanguage language) {
            String name = switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
            return Stream.of(name, fr, ar, en, words)
                    .filter(each -> each != null)
                    .findFirst()
                    .orElse(words);
        }

        /** Intake takes no place below this for the one that is meant. */
        public boolean isMeant() {
            return confidence >= 0.6;
        }
    }

    /** When something is said to have happened. */
    @TemplateData
    public record Time(String words, Instant from, Instant to, List<TimeReason> reasons) {}

    /** What the text is marked at. */
    List<String> words() {
        return Stream.of(
                        reasons.stream().map(RelevanceReasonResponse::words),
                        places.stream().map(Place::words),
                        times.stream().map(Time::words))
                .flatMap(words -> words)
                .toList();
    }
}
