/** Known footage: what evidence shows, once somebody has recognised it, and who already knows a medium. */
@NullMarked
package ma.balagh.analysis.known;

import org.jspecify.annotations.NullMarked;
