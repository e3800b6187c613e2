/** What the features of intake share: its problems, and who may change settings of the whole country. */
@NullMarked
package ma.balagh.intake;

import org.jspecify.annotations.NullMarked;
