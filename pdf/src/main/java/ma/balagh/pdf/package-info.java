/** Documents on paper: pages, tables and a font for Arabic and Latin letters, written with OpenPDF. */
@NullMarked
package ma.balagh.pdf;

import org.jspecify.annotations.NullMarked;
