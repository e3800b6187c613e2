/** Owns the end of data: how long each kind is kept, what is held back, and the record of what was erased. */
@NullMarked
package ma.balagh.intake.retention;

import org.jspecify.annotations.NullMarked;
