/** Metrics that say how good a detector is. */
@NullMarked
package ma.balagh.accuracy.metric;

import org.jspecify.annotations.NullMarked;
