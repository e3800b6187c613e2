/** Encrypts what the database keeps, under keys that can be changed while the service runs. */
@NullMarked
package ma.balagh.seal;

import org.jspecify.annotations.NullMarked;
