/** Where in a picture faces may be, for hiding them: nothing is said, compared or kept about any of them. */
@NullMarked
package ma.balagh.analysis.face;

import org.jspecify.annotations.NullMarked;
