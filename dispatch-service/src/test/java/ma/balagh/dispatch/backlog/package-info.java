@NullMarked
package ma.balagh.dispatch.backlog;

import org.jspecify.annotations.NullMarked;
