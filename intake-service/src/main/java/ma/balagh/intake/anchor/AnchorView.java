package ma.balagh.intake.anchor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An anchor as it is read. {@code docs/custody-chain.md} says how its hash and its signature are computed again.
 *
 * @param size leaves of the journal that it covers
 * @param root the journal's root (RFC 9162) at that size
 * @param hash SHA-256 of the anchor's file: what the next one names
 * @param signature Ed25519 over the statement, in Base64
 * @param stampedAt the time-stamping authority's time; null (and written so) until it has stamped
 */
record AnchorView(
        long number,
        Instant at,
        long size,
        String root,
        String previousHash,
        String hash,
        String keyId,
        String signature,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant stampedAt) {

    static AnchorView of(Anchor anchor, @Nullable Instant stampedAt) {
        return new AnchorView(
                anchor.number(),
                anchor.at(),
                anchor.size(),
                anchor.root(),
                anchor.previousHash(),
                anchor.hash(),
                anchor.keyId(),
                Base64.getEncoder().encodeToString(anchor.signature()),
                stampedAt);
    }
}
