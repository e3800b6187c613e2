/** Asks the laboratory, counts its answers and prints them as tables. */
@NullMarked
package ma.balagh.accuracy.report;

import org.jspecify.annotations.NullMarked;
