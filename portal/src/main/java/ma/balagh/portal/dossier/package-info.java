/** Everything about one alleged event, and the verdict of two people on it. */
@NullMarked
package ma.balagh.portal.dossier;

import org.jspecify.annotations.NullMarked;
