/** The wording of answers: in Arabic, French and English, built in and as officers have edited it, version by version. */
@NullMarked
package ma.balagh.intake.answer;

import org.jspecify.annotations.NullMarked;
