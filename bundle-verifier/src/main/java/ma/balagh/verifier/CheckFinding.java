package ma.balagh.verifier;

/** One thing that a check found. */
public record CheckFinding(BundleClaim claim, CheckOutcome outcome, FindingLocation place, String reason) {}
