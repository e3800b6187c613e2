@NullMarked
package ma.balagh.dispatch.blackspot.statistics;

import org.jspecify.annotations.NullMarked;
