/** Statistics of points and cells, as the literature defines them; nothing of it knows the service. */
@NullMarked
package ma.balagh.dispatch.blackspot.statistics;

import org.jspecify.annotations.NullMarked;
