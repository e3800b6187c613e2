/** Owns media links: downloads the media that reports name by address, and gives failed downloads to officers. */
@NullMarked
package ma.balagh.intake.obtain;

import org.jspecify.annotations.NullMarked;
