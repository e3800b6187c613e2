package ma.balagh.intake.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyEntry;
import org.jspecify.annotations.Nullable;

/**
 * A page of a custody chain, oldest first, without the entries that the reader may not see.
 *
 * @param evidenceId what the entries' hashes name: the evidence, or the compartment's chain
 * @param intact whether every entry up to the end of this page follows from the one before, since the beginning of it; a
 *     reader who does not trust us computes it again, as {@code docs/custody-chain.md} says
 * @param fault what is wrong with it
 */
public record CustodyView(
        UUID evidenceId,
        String sha256,
        boolean intact,
        @Nullable String fault,
        List<Entry> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** The key in an entry's detail that names a report: who may not see this does not learn of it here. */
    static final String REPORT = "reportId";

    public record Entry(
            int sequence,
            Instant at,
            String actor,
            CustodyAction action,
            Map<String, String> detail,
            String previousHash,
            String hash) {

        private static Entry of(CustodyEntry entry) {
            return new Entry(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.detail(),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    /** @param entries one more than the page has tells that there is a next one */
    static CustodyView of(
            Evidence evidence, UUID chain, @Nullable String fault, List<CustodyEntry> entries, PageRequest request) {
        Page<Entry> page = Page.of(entries, request, CustodyEntry::sequence).map(Entry::of);
        return new CustodyView(chain, evidence.digest().hex(), fault == null, fault, page.items(), page.next());
    }
}
