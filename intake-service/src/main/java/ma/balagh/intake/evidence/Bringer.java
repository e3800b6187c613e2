package ma.balagh.intake.evidence;

import ma.balagh.intake.report.Visibility;

/**
 * Who brings a medium.
 *
 * @param name as custody says it
 * @param sees what may be said to that one about earlier media
 */
public record Bringer(String name, Visibility sees) {}
