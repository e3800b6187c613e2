/** Owns the signatures of messages between systems, in both directions, and their secrets. */
@NullMarked
package ma.balagh.callback.signature;

import org.jspecify.annotations.NullMarked;
