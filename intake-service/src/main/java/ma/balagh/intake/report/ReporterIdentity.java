package ma.balagh.intake.report;

import org.jspecify.annotations.Nullable;

/** Who reported. Never on a topic, never in a log. */
record ReporterIdentity(@Nullable String name, @Nullable String contact) {

    @Override
    public String toString() {
        return "ReporterIdentity[withheld]";
    }
}
