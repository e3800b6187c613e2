/** Finds the media that a web page shows. */
@NullMarked
package ma.balagh.intake.page;

import org.jspecify.annotations.NullMarked;
