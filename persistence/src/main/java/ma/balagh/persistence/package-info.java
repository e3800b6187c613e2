/** What the services' repositories share: a function for jurisdictions in HQL, the values of conditions, and settings of Hibernate ORM. */
@NullMarked
package ma.balagh.persistence;

import org.jspecify.annotations.NullMarked;
