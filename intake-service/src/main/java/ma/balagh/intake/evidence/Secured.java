package ma.balagh.intake.evidence;

/**
 * What became of a medium.
 *
 * @param alreadyKnown the same bytes were secured before, in a report that the sender sees
 */
public record Secured(Evidence evidence, boolean alreadyKnown) {}
