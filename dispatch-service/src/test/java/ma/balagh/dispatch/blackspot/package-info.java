@NullMarked
package ma.balagh.dispatch.blackspot;

import org.jspecify.annotations.NullMarked;
