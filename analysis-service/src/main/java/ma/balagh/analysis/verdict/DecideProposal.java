package ma.balagh.analysis.verdict;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.balagh.http.Explanation;

/** The body of a decision. */
record DecideProposal(
        @NotNull Proposal.Choice decision,
        @NotNull @Size(max = 4000) @Explanation String reason) {}
