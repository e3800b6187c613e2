/** Anchors: the signed and time-stamped head of all custody chains together, kept outside the database, too. */
@NullMarked
package ma.balagh.intake.anchor;

import org.jspecify.annotations.NullMarked;
