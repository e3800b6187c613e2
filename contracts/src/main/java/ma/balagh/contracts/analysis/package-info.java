/** What analysis tells the others about examinations, dossiers and verdicts. */
@NullMarked
package ma.balagh.contracts.analysis;

import org.jspecify.annotations.NullMarked;
