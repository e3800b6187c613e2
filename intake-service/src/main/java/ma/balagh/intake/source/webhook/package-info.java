/** Owns webhook deliveries: messages of sources, signed, recent, and taken in once. */
@NullMarked
package ma.balagh.intake.source.webhook;

import org.jspecify.annotations.NullMarked;
