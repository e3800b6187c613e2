/** Owns how pages say what happened, and the fields in which a proposal says so. */
@NullMarked
package ma.balagh.portal.fact;

import org.jspecify.annotations.NullMarked;
