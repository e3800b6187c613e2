/** What every application needs where it is operated: to leave without losing a request, to know its own, to be read. */
@NullMarked
package ma.balagh.operation;

import org.jspecify.annotations.NullMarked;
