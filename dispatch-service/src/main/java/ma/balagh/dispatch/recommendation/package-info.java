/** Which unit to send to an incident, and why. */
@NullMarked
package ma.balagh.dispatch.recommendation;

import org.jspecify.annotations.NullMarked;
