@NullMarked
package ma.balagh.dispatch.plan;

import org.jspecify.annotations.NullMarked;
