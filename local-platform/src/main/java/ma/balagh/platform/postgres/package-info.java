/** PostgreSQL from Maven artifacts: binaries, cluster, one database and one role for each owner. */
@NullMarked
package ma.balagh.platform.postgres;

import org.jspecify.annotations.NullMarked;
