/** Pages of dossiers and of the verdict that two people reach. */
@NullMarked
package ma.balagh.portal.dossier;

import org.jspecify.annotations.NullMarked;
