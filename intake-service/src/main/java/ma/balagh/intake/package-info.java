/** What all features of intake share: the problems that it answers with, and who may change what holds for the whole country. */
@NullMarked
package ma.balagh.intake;

import org.jspecify.annotations.NullMarked;
