@NullMarked
package ma.balagh.dispatch.export;

import org.jspecify.annotations.NullMarked;
