/**
 * Reads from packets how picture and sound were encoded: frame rate, missing and repeated frames, traces of an earlier
 * encoding.
 */
@NullMarked
package ma.balagh.analysis.coding;

import org.jspecify.annotations.NullMarked;
