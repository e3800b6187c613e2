package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import ma.balagh.http.Explanation;

/**
 * Evidence that an inquiry refers to.
 *
 * @param evidenceId of evidence that intake shows to whoever attaches it
 * @param title what it is in this inquiry
 */
record AttachEvidence(
        @NotNull UUID evidenceId,
        @NotNull @Size(max = 200) @Explanation String title) {}
