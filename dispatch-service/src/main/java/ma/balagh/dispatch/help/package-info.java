/** Owns the help that one jurisdiction asks of another: the request, the grant, and the units that are lent by it. */
@NullMarked
package ma.balagh.dispatch.help;

import org.jspecify.annotations.NullMarked;
