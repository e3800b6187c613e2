/** The events that intake publishes about reports and evidence. */
@NullMarked
package ma.balagh.contracts.intake;

import org.jspecify.annotations.NullMarked;
