package ma.balagh.intake.relevance;

import java.time.Instant;
import java.util.List;

/**
 * A version of the list of terms.
 *
 * @param by user name of who made it
 */
public record TermsView(int version, int threshold, List<Term> terms, String reason, String by, Instant at) {

    static TermsView of(TermVersion version) {
        return new TermsView(
                version.version(),
                version.list().threshold(),
                version.list().terms(),
                version.reason(),
                version.by(),
                version.at());
    }

    /**
     * One version among others.
     *
     * @param terms how many it has
     */
    public record TermsSummary(int version, int threshold, int terms, String reason, String by, Instant at) {}
}
