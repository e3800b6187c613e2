/** Proves all custody in a process that ends: reads every chain, every byte and every anchor anew. */
@NullMarked
package ma.balagh.intake.proof;

import org.jspecify.annotations.NullMarked;
