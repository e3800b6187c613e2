/** The events that dispatch publishes about incidents. */
@NullMarked
package ma.balagh.contracts.dispatch;

import org.jspecify.annotations.NullMarked;
