/** The events that services exchange, their topics, and their JSON. */
@NullMarked
package ma.balagh.contracts;

import org.jspecify.annotations.NullMarked;
