package ma.balagh.intake.evidence;

import java.util.UUID;

/**
 * The result of securing a medium.
 *
 * @param evidence of the report from now on
 * @param knownAs the id that the sender is answered with: another one where it knew these bytes by that
 * @param alreadyKnown the same bytes were secured before, in a report that the sender sees
 */
public record SecuringResult(Evidence evidence, UUID knownAs, boolean alreadyKnown) {}
