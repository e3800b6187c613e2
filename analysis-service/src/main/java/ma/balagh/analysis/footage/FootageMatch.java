package ma.balagh.analysis.footage;

import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Which seconds of one medium show the same recording as which seconds of another.
 *
 * @param evidenceId the other medium
 * @param transformation what turns the other's picture into this one's
 * @param spans in the order of this medium's time
 * @param coverage share of this medium that they cover, 0 to 1
 * @param otherCoverage share of the other medium, 0 to 1
 * @param score 1 for the same frames, 0 for frames as far apart as unrelated ones
 */
public record FootageMatch(
        UUID evidenceId,
        Transformation transformation,
        List<Span> spans,
        double coverage,
        double otherCoverage,
        double score) {

    public FootageMatch {
        spans = List.copyOf(spans);
    }

    /** Seconds of this medium, and the seconds of the other that show the same. */
    public record Span(double from, double to, double otherFrom, double otherTo) {

        Span swapped() {
            return new Span(otherFrom, otherTo, from, to);
        }
    }

    /** The same match as the other medium sees it. */
    public FootageMatch seenFromOther(UUID evidenceId) {
        return new FootageMatch(
                evidenceId,
                transformation.inverse(),
                spans.stream().map(Span::swapped).toList(),
                otherCoverage,
                coverage,
                score);
    }
}
