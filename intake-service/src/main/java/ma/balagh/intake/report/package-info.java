/** Reports: what somebody published or told us, how it is filed, found and shown, and who may see it. */
@NullMarked
package ma.balagh.intake.report;

import org.jspecify.annotations.NullMarked;
