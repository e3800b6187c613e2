/** Encrypts personal data in the database, under keys that can be changed while the service runs. */
@NullMarked
package ma.balagh.intake.seal;

import org.jspecify.annotations.NullMarked;
