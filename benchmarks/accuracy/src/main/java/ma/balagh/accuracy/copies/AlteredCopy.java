package ma.balagh.accuracy.copies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The truth about an altered copy.
 *
 * @param file its name
 * @param original the name of the clip that was altered
 * @param spans which of its seconds show which of the known media, those of foreign footage included
 * @param commands what made it, with names of parts for those that were written on the way
 */
public record AlteredCopy(String file, String original, String change, List<CopySpan> spans, List<String> commands) {

    /**
     * Seconds of the copy that show seconds of a known medium.
     *
     * @param sourceTo as {@code sourceFrom} where one moment is shown
     * @param reversed the last picture first
     */
    public record CopySpan(
            double from, double to, String source, double sourceFrom, double sourceTo, boolean reversed) {

        /** Whether it is a picture, or shows one moment. */
        @JsonIgnore
        public boolean isStill() {
            return from == to || sourceFrom == sourceTo;
        }
    }

    /** Whether something of it, or all, is a still picture. */
    public boolean hasStills() {
        return spans.stream().anyMatch(CopySpan::isStill);
    }

    /** Whether it shows that medium at all. */
    public boolean shows(String source) {
        return spans.stream().anyMatch(span -> span.source().equals(source));
    }
}
