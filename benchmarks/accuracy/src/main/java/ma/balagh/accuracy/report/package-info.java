/** What the laboratory answers, counted and printed as tables. */
@NullMarked
package ma.balagh.accuracy.report;

import org.jspecify.annotations.NullMarked;
