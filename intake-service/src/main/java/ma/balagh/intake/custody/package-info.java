/** Owns the custody chains: entries that contain the hash of the one before, appended and never changed. */
@NullMarked
package ma.balagh.intake.custody;

import org.jspecify.annotations.NullMarked;
