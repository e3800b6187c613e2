/** Owns what happened, as verdicts tell it to those who are sent. */
@NullMarked
package ma.balagh.dispatch.fact;

import org.jspecify.annotations.NullMarked;
