/** The proof of all custody: every chain, every byte and every anchor, read anew by a process that ends. */
@NullMarked
package ma.balagh.intake.proof;

import org.jspecify.annotations.NullMarked;
