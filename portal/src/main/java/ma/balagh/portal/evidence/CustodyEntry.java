package ma.balagh.portal.evidence;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an evidence.
 *
 * @param hash of everything in the entry and of the hash before it
 */
@TemplateData
public record CustodyEntry(
        int sequence,
        Instant at,
        String actor,
        @Nullable Action action,
        @Nullable Map<String, String> detail,
        String previousHash,
        String hash) {

    /** What can happen to an evidence. */
    public enum Action {
        SECURED,
        SIGHTED,
        CONSULTED,
        DAMAGED,
        RESTORED
    }

    /** Why it was consulted, if it was. */
    public String purpose() {
        return detail == null ? "" : detail.getOrDefault("purpose", "");
    }
}
