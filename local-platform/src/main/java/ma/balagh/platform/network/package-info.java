/** Ports of this machine: which are free and which are taken. */
@NullMarked
package ma.balagh.platform.network;

import org.jspecify.annotations.NullMarked;
