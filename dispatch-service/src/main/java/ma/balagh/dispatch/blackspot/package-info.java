/** Black spots: places where verified incidents cluster, learned from nothing else. */
@NullMarked
package ma.balagh.dispatch.blackspot;

import org.jspecify.annotations.NullMarked;
