/** Owns uploads by tus, which continue after a broken connection or a restart. */
@NullMarked
package ma.balagh.intake.upload;

import org.jspecify.annotations.NullMarked;
