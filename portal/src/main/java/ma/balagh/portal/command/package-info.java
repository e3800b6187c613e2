/** The commander's desk: what is answered and how fast, what waits for whom, what was published; and the same as a file. */
@NullMarked
package ma.balagh.portal.command;

import org.jspecify.annotations.NullMarked;
