package ma.balagh.intake.relevance;

import java.time.Instant;

/**
 * One version of the list of terms.
 *
 * @param version counts from 1
 * @param reason why somebody changed the one before to this
 * @param by user name
 */
record TermVersion(int version, TermList list, String reason, String by, Instant at) {}
