package ma.balagh.intake.answer;

import jakarta.validation.constraints.NotNull;

/** The body of a decision on a proposed text. */
record DecideText(@NotNull TextProposal.Choice decision) {}
