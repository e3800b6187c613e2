/** Units and the help that jurisdictions give each other: the pages that dispatchers keep their roster with. */
@NullMarked
package ma.balagh.portal.unit;

import org.jspecify.annotations.NullMarked;
