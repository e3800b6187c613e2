/**
 * What the services' repositories share: who sees which rows, settings of Hibernate ORM, the end of
 * scheduled work.
 */
@NullMarked
package ma.balagh.persistence;

import org.jspecify.annotations.NullMarked;
