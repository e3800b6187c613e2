package ma.balagh.dispatch.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/** What an inquiry came to, as the inspector tells it. */
record ClosingReport(
        @NotNull Inquiry.Finding finding,
        @NotNull @Size(max = 20_000) @Explanation String reason) {}
