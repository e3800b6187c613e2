/** Tests of the dispatch service as a whole and what they share. */
@NullMarked
package ma.balagh.dispatch;

import org.jspecify.annotations.NullMarked;
