/** A Prometheus that watches the suite, with the alert rules that a cluster has. */
@NullMarked
package ma.balagh.platform.observe;

import org.jspecify.annotations.NullMarked;
