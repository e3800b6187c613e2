/** Tests of recommendations. */
@NullMarked
package ma.balagh.dispatch.recommendation;

import org.jspecify.annotations.NullMarked;
