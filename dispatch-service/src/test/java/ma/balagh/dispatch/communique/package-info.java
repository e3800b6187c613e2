@NullMarked
package ma.balagh.dispatch.communique;

import org.jspecify.annotations.NullMarked;
