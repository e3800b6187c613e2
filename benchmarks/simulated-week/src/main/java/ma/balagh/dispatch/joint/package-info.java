/** A simulated week of dispatching, beside the classes of the service that it measures. */
@NullMarked
package ma.balagh.dispatch.joint;

import org.jspecify.annotations.NullMarked;
