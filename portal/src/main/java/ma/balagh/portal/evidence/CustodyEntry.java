package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an evidence.
 *
 * @param withheld actor and detail are empty because they concern a report that this reader may not see
 * @param hash of everything in the entry and of the hash before it
 */
@TemplateData
public record CustodyEntry(
        int sequence,
        Instant at,
        String actor,
        @Nullable Action action,
        @Nullable Map<String, String> detail,
        boolean withheld,
        String previousHash,
        String hash) {

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

    /** Why it was consulted or exported, if it was. */
    public String purpose() {
        return detail == null ? "" : detail.getOrDefault("purpose", "");
    }
}
