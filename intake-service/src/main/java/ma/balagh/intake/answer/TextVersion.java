package ma.balagh.intake.answer;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import ma.balagh.http.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is or was.
 *
 * @param key the kind of ending that it tells of, such as {@code FALSE_REPORT} or {@code RESOLVED.ARRESTED}; of a known
 *     case, what became of it, such as {@code KNOWN_CASE.REFERRED}
 * @param version 0 as it came with the system, 1 for the first edited one
 * @param editedBy user name of who proposed it; null of version 0
 * @param approvedBy user name of who put it into force; null of version 0
 * @param proposal what waits for a second person, of the newest version
 */
record TextVersion(
        String key,
        int version,
        AnswerText text,
        @Nullable Instant editedAt,
        @Nullable String editedBy,
        @Nullable String approvedBy,
        @Nullable TextProposal proposal) {

    static TextVersion builtIn(String key, AnswerText text) {
        return new TextVersion(key, 0, text, null, null, null, null);
    }

    TextVersion with(@Nullable TextProposal waiting) {
        return new TextVersion(key, version, text, editedAt, editedBy, approvedBy, waiting);
    }

    /** Changes with the text and with what is proposed. */
    EntityTag tag() {
        return proposal == null ? Preconditions.tag(version) : Preconditions.tag(version + "-" + proposal.id());
    }
}
