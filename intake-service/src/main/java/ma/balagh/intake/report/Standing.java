package ma.balagh.intake.report;

import org.jspecify.annotations.Nullable;

/**
 * What follows for a report from all the dossiers that it stands in.
 *
 * @param answer null while one of them has not ended
 * @param forwarded one of them was handed to another competent authority
 */
public record Standing(@Nullable Answer answer, boolean forwarded) {}
