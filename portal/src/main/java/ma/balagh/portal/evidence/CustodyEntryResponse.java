package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an evidence.
 *
 * @param hash of everything in the entry and of the hash before it
 */
@TemplateData
public record CustodyEntryResponse(
        int sequence,
        Instant at,
        String actor,
        @Nullable Action action,
        @Nullable Map<String, String> detail,
        String previousHash,
        String hash) {

    private static final int MOST_PURPOSES = 5;

    /** What can happen to an evidence. */
    public enum Action {
        SECURED,
        SIGHTED,
        CONSULTED,
        IDENTITY_READ,
        DISCLOSED,
        EXPORTED,
        RETENTION,
        DAMAGED,
        RESTORED
    }

    /** Why it was consulted or exported, if it was; for several purposes in the order in which they were named. */
    public List<String> purposes() {
        return IntStream.rangeClosed(1, MOST_PURPOSES)
                .mapToObj(number -> detail("purpose" + (number == 1 ? "" : number)))
                .filter(purpose -> !purpose.isEmpty())
                .toList();
    }

    /** How many further purposes are counted but not named; empty for none. */
    public String otherPurposes() {
        return detail("otherPurposes");
    }

    /** How many times the bytes were read in this consultation; empty for once and for other actions. */
    public String reads() {
        String reads = detail("reads");
        return reads.equals("1") ? "" : reads;
    }

    /** When it began; the entry may have been written later. */
    public Instant from() {
        String from = detail("from");
        return action == Action.CONSULTED && !from.isEmpty() ? Instant.parse(from) : at;
    }

    private String detail(String name) {
        return detail == null ? "" : detail.getOrDefault(name, "");
    }
}
