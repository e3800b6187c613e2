/** Owns the page on which whoever has a receipt's code reads how far the report is. */
@NullMarked
package ma.balagh.portal.receipt;

import org.jspecify.annotations.NullMarked;
