/** Owns the targets of an incident's stages, and what follows when a stage lasts too long. */
@NullMarked
package ma.balagh.dispatch.escalation;

import org.jspecify.annotations.NullMarked;
