/** Evidence: media kept byte for byte under their SHA-256, how they come in, are looked at and stay the same. */
@NullMarked
package ma.balagh.intake.evidence;

import org.jspecify.annotations.NullMarked;
