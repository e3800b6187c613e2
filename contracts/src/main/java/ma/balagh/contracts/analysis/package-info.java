/** The events that analysis publishes: examinations, dossiers and verdicts. */
@NullMarked
package ma.balagh.contracts.analysis;

import org.jspecify.annotations.NullMarked;
