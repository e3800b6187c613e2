package ma.balagh.analysis.verdict;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of a decision. */
record DecideProposal(
        @NotNull Proposal.Choice decision,
        @NotBlank @Size(max = 4000) String reason) {}
