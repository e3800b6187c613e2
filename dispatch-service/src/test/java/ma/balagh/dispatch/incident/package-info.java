/** Tests of incidents and assignments. */
@NullMarked
package ma.balagh.dispatch.incident;

import org.jspecify.annotations.NullMarked;
