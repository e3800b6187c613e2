/** Recommends units for an incident, and says why. */
@NullMarked
package ma.balagh.dispatch.recommendation;

import org.jspecify.annotations.NullMarked;
