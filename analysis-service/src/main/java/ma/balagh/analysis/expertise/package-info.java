/** The expertise report: a dossier as a PDF in the reader's language. */
@NullMarked
package ma.balagh.analysis.expertise;

import org.jspecify.annotations.NullMarked;
