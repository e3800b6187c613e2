/** The dispatcher's desk as a dispatcher has it: how long it takes to show what was asked for. */
@NullMarked
package ma.balagh.desk;

import org.jspecify.annotations.NullMarked;
