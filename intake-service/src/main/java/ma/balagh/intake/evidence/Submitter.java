package ma.balagh.intake.evidence;

import java.util.List;
import java.util.Map;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.http.Caller;
import ma.balagh.intake.report.ReportAudience;
import org.jspecify.annotations.Nullable;

/**
 * Who submits a medium.
 *
 * @param name as custody says it
 * @param sees what may be said to that one about earlier media
 * @param origin what custody says of where the bytes come from, besides the report
 * @param field the unit that brings them from an incident; null for others
 */
public record Submitter(
        String name,
        ReportAudience sees,
        Map<String, String> origin,
        @Nullable FieldOrigin field) {

    public Submitter {
        origin = Map.copyOf(origin);
    }

    /** A person or a system that sends the bytes. */
    public Submitter(String name, ReportAudience sees) {
        this(name, sees, Map.of());
    }

    /** The same, where more is known of where they come from. */
    public Submitter(String name, ReportAudience sees, Map<String, String> origin) {
        this(name, sees, origin, null);
    }

    /** The crew of a unit, which sees what it brings and nothing else. */
    static Submitter crew(Caller caller, FieldOrigin field) {
        return new Submitter(
                caller.name(),
                ReportAudience.within(caller.id(), List.of()),
                Map.of("unit", field.callSign(), "dossierId", field.dossierId().toString()),
                field);
    }
}
