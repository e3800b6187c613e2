/** Ageing: which reports have no answer yet and since when, in front of everyone, so that nothing published is lost. */
@NullMarked
package ma.balagh.intake.ageing;

import org.jspecify.annotations.NullMarked;
