@NullMarked
package ma.balagh.dispatch.statistics;

import org.jspecify.annotations.NullMarked;
