/** JDBI for the services that still write their statements with it, inside their JTA transactions. */
@NullMarked
package ma.balagh.jdbi;

import org.jspecify.annotations.NullMarked;
