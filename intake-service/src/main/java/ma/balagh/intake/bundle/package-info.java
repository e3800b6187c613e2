/** Makes bundles: one evidence with its custody and the proofs of both, as a file that can be verified offline. */
@NullMarked
package ma.balagh.intake.bundle;

import org.jspecify.annotations.NullMarked;
