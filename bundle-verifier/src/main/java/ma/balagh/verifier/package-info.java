/** Checks a bundle of evidence from its bytes alone: no service, no database, no code of those who made it. */
@NullMarked
package ma.balagh.verifier;

import org.jspecify.annotations.NullMarked;
