package ma.balagh.dispatch.incident;

import java.time.Instant;

/**
 * The presentation to a prosecutor.
 *
 * @param reference the court's reference
 */
record Referral(String court, String reference, Instant at) {}
