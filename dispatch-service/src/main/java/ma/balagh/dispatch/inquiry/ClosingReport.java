package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an inquiry came to, as the inspector tells it. */
record ClosingReport(
        @NotNull Inquiry.Finding finding,
        @NotBlank @Size(max = 20_000) String reason) {}
