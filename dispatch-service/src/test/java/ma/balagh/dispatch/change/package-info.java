@NullMarked
package ma.balagh.dispatch.change;

import org.jspecify.annotations.NullMarked;
