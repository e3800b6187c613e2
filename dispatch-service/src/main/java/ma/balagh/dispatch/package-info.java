/** The dispatch service: what becomes of a presumed offence, and what every stage takes; here only what its features share. */
@NullMarked
package ma.balagh.dispatch;

import org.jspecify.annotations.NullMarked;
