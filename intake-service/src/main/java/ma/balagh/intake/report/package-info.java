/** Owns reports: how they are filed, found, shown and answered by hand, and who may see them. */
@NullMarked
package ma.balagh.intake.report;

import org.jspecify.annotations.NullMarked;
