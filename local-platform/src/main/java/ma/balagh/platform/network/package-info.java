/** Ports and host names of this machine. */
@NullMarked
package ma.balagh.platform.network;

import org.jspecify.annotations.NullMarked;
