/** Web pages: which media they show, and what only somebody else's player shows. */
@NullMarked
package ma.balagh.intake.page;

import org.jspecify.annotations.NullMarked;
