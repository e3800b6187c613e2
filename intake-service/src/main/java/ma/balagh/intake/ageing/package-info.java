/** Reports without an answer, by age, so that nothing published is lost. */
@NullMarked
package ma.balagh.intake.ageing;

import org.jspecify.annotations.NullMarked;
