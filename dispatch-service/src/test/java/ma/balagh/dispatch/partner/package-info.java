@NullMarked
package ma.balagh.dispatch.partner;

import org.jspecify.annotations.NullMarked;
