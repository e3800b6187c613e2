/** Checks whether the times and places in a file's metadata fit each other and the claims of its reports. */
@NullMarked
package ma.balagh.analysis.circumstance;

import org.jspecify.annotations.NullMarked;
