/** The laboratory's command line: examines and matches files without a database, Kafka or accounts. */
@NullMarked
package ma.balagh.analysis.cli;

import org.jspecify.annotations.NullMarked;
