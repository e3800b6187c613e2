/** The events that services exchange, the topics they travel on, and how they are written as JSON. */
@NullMarked
package ma.balagh.contracts;

import org.jspecify.annotations.NullMarked;
