package ma.balagh.intake.evidence;

import java.util.Map;
import ma.balagh.intake.report.ReportAudience;

/**
 * Who submits a medium.
 *
 * @param name as custody says it
 * @param sees what may be said to that one about earlier media
 * @param origin what custody says of where the bytes come from, besides the report
 */
public record Submitter(String name, ReportAudience sees, Map<String, String> origin) {

    public Submitter {
        origin = Map.copyOf(origin);
    }

    /** A person or a system that sends the bytes. */
    public Submitter(String name, ReportAudience sees) {
        this(name, sees, Map.of());
    }
}
