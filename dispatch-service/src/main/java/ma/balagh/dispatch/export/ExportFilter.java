package ma.balagh.dispatch.export;

import java.time.Instant;
import java.util.List;

/**
 * Which incidents a file is to have.
 *
 * @param jurisdictions those and what lies in them
 * @param from when they were opened, at the earliest
 * @param to before when they were
 */
record ExportFilter(List<String> jurisdictions, Instant from, Instant to) {}
