@NullMarked
package ma.balagh.taskqueue;

import org.jspecify.annotations.NullMarked;
