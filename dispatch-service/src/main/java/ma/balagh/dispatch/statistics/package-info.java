/** Owns what figures over stages share: the period that is asked for, and the note of who took samples. */
@NullMarked
package ma.balagh.dispatch.statistics;

import org.jspecify.annotations.NullMarked;
