/** Owns the page of the audit trail: who did what with which record, when and why, as each service keeps it. */
@NullMarked
package ma.balagh.portal.audit;

import org.jspecify.annotations.NullMarked;
