package ma.balagh.intake.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyChain;
import ma.balagh.intake.custody.CustodyEntry;
import org.jspecify.annotations.Nullable;

/**
 * The custody chain of an evidence, whole and oldest first, shaped like a list with a single page.
 *
 * @param intact whether every entry follows from the one before; a reader who does not trust us computes it again, as
 *     {@code docs/custody-chain.md} says
 * @param fault what is wrong with it
 */
public record CustodyView(
        UUID evidenceId,
        String sha256,
        boolean intact,
        @Nullable String fault,
        List<Entry> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** The key in an entry's detail that tells to whom alone it is shown whole. */
    static final String COMPARTMENT = "compartment";

    /** The key in an entry's detail that names a report: who may not see this does not learn of it here. */
    static final String REPORT = "reportId";

    /** @param withheld actor and detail are empty because they are not for this reader; the hash covers them */
    public record Entry(
            int sequence,
            Instant at,
            String actor,
            CustodyAction action,
            Map<String, String> detail,
            boolean withheld,
            String previousHash,
            String hash) {}

    /** @param shown which entries the reader may see whole */
    static CustodyView of(Evidence evidence, List<CustodyEntry> chain, Predicate<CustodyEntry> shown) {
        String fault = switch (CustodyChain.verify(chain)) {
            case CustodyChain.Result.Intact() -> null;
            case CustodyChain.Result.Broken(int sequence, String reason) -> "entry " + sequence + ": " + reason;
        };
        return new CustodyView(
                evidence.id(),
                evidence.digest().hex(),
                fault == null,
                fault,
                chain.stream().map(entry -> entry(entry, shown.test(entry))).toList(),
                null);
    }

    private static Entry entry(CustodyEntry entry, boolean shown) {
        return new Entry(
                entry.sequence(),
                entry.at(),
                shown ? entry.actor() : "",
                entry.action(),
                shown ? entry.detail() : Map.of(),
                !shown,
                entry.previousHash(),
                entry.hash());
    }
}
