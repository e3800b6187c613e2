/** Owns anchors: signed and time-stamped heads of all custody chains together, also kept outside the database. */
@NullMarked
package ma.balagh.intake.anchor;

import org.jspecify.annotations.NullMarked;
