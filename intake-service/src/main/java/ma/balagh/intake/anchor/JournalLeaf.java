package ma.balagh.intake.anchor;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
import ma.balagh.audit.transparency.MerkleHasher;

/**
 * A chain as far as its entry of that number.
 *
 * @param hash of the entry
 */
public record JournalLeaf(UUID evidenceId, int sequence, String hash) {

    /** What is hashed. */
    byte[] content() {
        return new CanonicalJsonWriter()
                .member("evidenceId", evidenceId.toString())
                .member("format", "balagh-leaf/1")
                .member("hash", hash)
                .member("sequence", sequence)
                .end()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As the journal's tree has it; 32 bytes. */
    public byte[] hashed() {
        return MerkleHasher.leaf(content());
    }
}
