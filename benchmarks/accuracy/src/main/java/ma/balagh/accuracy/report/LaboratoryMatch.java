package ma.balagh.accuracy.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import ma.balagh.accuracy.metric.VideoPair;
import org.jspecify.annotations.Nullable;

/**
 * A match as {@code ./balagh match --json} prints it.
 *
 * @param sameMoments {@code YES}, {@code NO} or {@code UNKNOWN}; null for sound alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LaboratoryMatch(
        String query,
        @JsonProperty("match") String known,
        Kind kind,
        @Nullable String sameMoments,
        List<Span> spans,
        double score) {

    /** The one that says more about a pair comes later. */
    enum Kind {
        SHARED_SOUND,
        SAME_SCENE,
        SHARED_SPAN,
        COPY;

        /** Whether it claims that both show the same moments. */
        boolean isOfMoments() {
            return this == SHARED_SPAN || this == COPY;
        }
    }

    /** In seconds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Span(double from, double to, double otherFrom, double otherTo) {}

    VideoPair pair() {
        return new VideoPair(query, known);
    }
}
