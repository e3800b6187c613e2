/** The expertise report: a dossier as a document that can be printed, in the reader's language. */
@NullMarked
package ma.balagh.analysis.expertise;

import org.jspecify.annotations.NullMarked;
