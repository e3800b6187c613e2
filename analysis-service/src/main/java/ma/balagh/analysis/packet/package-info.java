/** Compressed pictures and sounds as a container holds them, without decoding: when each is shown and how large it is. */
@NullMarked
package ma.balagh.analysis.packet;

import org.jspecify.annotations.NullMarked;
