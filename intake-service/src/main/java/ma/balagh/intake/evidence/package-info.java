/** Owns evidence: receiving media, keeping them byte for byte under their SHA-256, reading them. */
@NullMarked
package ma.balagh.intake.evidence;

import org.jspecify.annotations.NullMarked;
