/** Owns files of incidents that somebody takes along, and the record of who took which. */
@NullMarked
package ma.balagh.dispatch.export;

import org.jspecify.annotations.NullMarked;
