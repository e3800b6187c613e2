/** Copies a running suite at one moment into a folder, and restores a suite from it. */
@NullMarked
package ma.balagh.platform.backup;

import org.jspecify.annotations.NullMarked;
