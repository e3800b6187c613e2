/** Tests of rights at arrest. */
@NullMarked
package ma.balagh.dispatch.rights;

import org.jspecify.annotations.NullMarked;
