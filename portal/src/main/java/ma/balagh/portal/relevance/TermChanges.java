package ma.balagh.portal.relevance;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the list changed of the one before.
 *
 * @param thresholdBefore absent where it stayed
 */
@TemplateData
public record TermChanges(
        List<TermListResponse.Term> added,
        List<TermListResponse.Term> removed,
        List<Changed> changed,
        @Nullable Integer thresholdBefore) {

    /** A term as it was and as it is. */
    @TemplateData
    public record Changed(TermListResponse.Term before, TermListResponse.Term now) {}

    static TermChanges between(TermListResponse before, TermListResponse now) {
        return new TermChanges(
                now.terms().stream()
                        .filter(term -> same(before, term).isEmpty())
                        .toList(),
                before.terms().stream()
                        .filter(term -> same(now, term).isEmpty())
                        .toList(),
                now.terms().stream()
                        .flatMap(term -> same(before, term)
                                .filter(earlier -> !Objects.equals(earlier, term))
                                .map(earlier -> new Changed(earlier, term))
                                .stream())
                        .toList(),
                before.threshold() == now.threshold() ? null : before.threshold());
    }

    private static Optional<TermListResponse.Term> same(TermListResponse list, TermListResponse.Term term) {
        return list.terms().stream()
                .filter(other -> other.is(term.term(), term.language()))
                .findFirst();
    }
}
