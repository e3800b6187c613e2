/** How picture and sound were coded, read from their packets: steadiness, missing and repeated frames, earlier codings. */
@NullMarked
package ma.balagh.analysis.coding;

import org.jspecify.annotations.NullMarked;
