@NullMarked
package ma.balagh.dispatch.patrol;

import org.jspecify.annotations.NullMarked;
