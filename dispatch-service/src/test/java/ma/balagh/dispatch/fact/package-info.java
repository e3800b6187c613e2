@NullMarked
package ma.balagh.dispatch.fact;

import org.jspecify.annotations.NullMarked;
