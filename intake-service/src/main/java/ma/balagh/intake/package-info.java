/** What all features of intake share: the problems that it answers with. */
@NullMarked
package ma.balagh.intake;

import org.jspecify.annotations.NullMarked;
