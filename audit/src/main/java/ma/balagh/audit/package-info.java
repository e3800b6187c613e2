/** Who did what with which record, when and why: read from what each table of a service keeps of it anyway. */
@NullMarked
package ma.balagh.audit;

import org.jspecify.annotations.NullMarked;
