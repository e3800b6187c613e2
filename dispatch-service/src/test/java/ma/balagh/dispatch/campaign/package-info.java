@NullMarked
package ma.balagh.dispatch.campaign;

import org.jspecify.annotations.NullMarked;
