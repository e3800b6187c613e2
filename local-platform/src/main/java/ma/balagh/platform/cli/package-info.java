/** The commands of ./balagh. */
@NullMarked
package ma.balagh.platform.cli;

import org.jspecify.annotations.NullMarked;
