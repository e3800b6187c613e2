/** Owns retention: how long each kind of data is kept, legal holds, and the record of erasures. */
@NullMarked
package ma.balagh.intake.retention;

import org.jspecify.annotations.NullMarked;
