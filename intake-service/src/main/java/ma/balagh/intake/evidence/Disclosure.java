package ma.balagh.intake.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a copy was handed to somebody outside, as its custody has it.
 *
 * @param reference the recipient's, such as a file number
 * @param by who handed it over
 */
record Disclosure(
        UUID evidenceId, String recipient, @Nullable String reference, String purpose, String by, Instant at) {}
