/** Measures the laboratory on clips given on the command line. */
@NullMarked
package ma.balagh.accuracy;

import org.jspecify.annotations.NullMarked;
