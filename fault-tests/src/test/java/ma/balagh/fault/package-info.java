/** The whole suite while its processes are killed, replaced, rolled out and restored: nothing is lost, nothing is twice. */
@NullMarked
package ma.balagh.fault;

import org.jspecify.annotations.NullMarked;
