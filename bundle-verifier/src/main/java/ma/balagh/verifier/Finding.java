package ma.balagh.verifier;

/** One thing that a check found. */
public record Finding(Claim claim, Outcome outcome, Place place, String reason) {}
