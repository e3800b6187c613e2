/** Obtaining the media that reports name by address: when, how often, what became of it, and what a person has to do. */
@NullMarked
package ma.balagh.intake.obtain;

import org.jspecify.annotations.NullMarked;
