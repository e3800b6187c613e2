/** Child processes that outlive the launcher, found again by pid and start time. */
@NullMarked
package ma.balagh.platform.process;

import org.jspecify.annotations.NullMarked;
