/** The laboratory on the command line: examines files without database, Kafka or accounts. */
@NullMarked
package ma.balagh.analysis.cli;

import org.jspecify.annotations.NullMarked;
