package ma.balagh.intake.report;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who reported. Never on a topic, never in a log. */
record ReporterIdentity(
        @Size(max = FilingRules.MAX_IDENTITY) @Nullable String name,
        @Size(max = FilingRules.MAX_IDENTITY) @Nullable String contact) {

    @Override
    public String toString() {
        return "ReporterIdentity[withheld]";
    }
}
