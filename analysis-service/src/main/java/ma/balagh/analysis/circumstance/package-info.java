/** Whether the times and the places that a file and its report name fit together. */
@NullMarked
package ma.balagh.analysis.circumstance;

import org.jspecify.annotations.NullMarked;
