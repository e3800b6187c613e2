/** Owns items: what sources publish, recognised when it comes again, and what became of it. */
@NullMarked
package ma.balagh.intake.source.item;

import org.jspecify.annotations.NullMarked;
