@NullMarked
package ma.balagh.dispatch.escalation;

import org.jspecify.annotations.NullMarked;
