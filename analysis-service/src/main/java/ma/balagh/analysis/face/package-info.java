/** Detects faces so that they can be hidden or counted; nobody is recognised or compared, and nothing is stored. */
@NullMarked
package ma.balagh.analysis.face;

import org.jspecify.annotations.NullMarked;
