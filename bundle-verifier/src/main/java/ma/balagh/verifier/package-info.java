/** Verifies an evidence bundle from its bytes alone, without a service, a database or code of those who made it. */
@NullMarked
package ma.balagh.verifier;

import org.jspecify.annotations.NullMarked;
