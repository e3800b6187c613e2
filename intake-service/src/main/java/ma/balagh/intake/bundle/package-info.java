/** Bundles: one evidence with its custody and all that shows both to somebody who trusts nobody. */
@NullMarked
package ma.balagh.intake.bundle;

import org.jspecify.annotations.NullMarked;
