/** The compressed packets of a medium, read without decoding: when each is shown and how large it is. */
@NullMarked
package ma.balagh.analysis.packet;

import org.jspecify.annotations.NullMarked;
