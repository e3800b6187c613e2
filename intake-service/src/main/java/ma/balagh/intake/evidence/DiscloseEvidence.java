package ma.balagh.intake.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /evidence/{id}/disclosures}.
 *
 * @param recipient to whom a copy was handed: a court, an agency
 * @param reference the recipient's, such as a file number
 */
record DiscloseEvidence(
        @NotBlank @Size(max = 200) @Nullable String recipient,
        @Size(max = 200) @Nullable String reference) {}
