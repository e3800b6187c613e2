/** The form of the files that services hand out as evidence. */
@NullMarked
package ma.balagh.contracts.file;

import org.jspecify.annotations.NullMarked;
