/** The whole suite as real processes, driven from outside: the flow, who may do what, the browser. */
@NullMarked
package ma.balagh.system;

import org.jspecify.annotations.NullMarked;
