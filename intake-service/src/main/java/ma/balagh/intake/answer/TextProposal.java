package ma.balagh.intake.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that somebody proposes and that is in force when another person has confirmed it.
 *
 * @param baseVersion the version that it would follow
 * @param proposedBy user name
 */
record TextProposal(UUID id, String key, int baseVersion, AnswerText text, Instant proposedAt, String proposedBy) {

    /** What is decided on it. */
    enum Choice {
        CONFIRM,
        REFUSE
    }
}
