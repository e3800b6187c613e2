package ma.balagh.intake.retention;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run at that moment would erase. */
record ErasurePlan(Instant at, Map<RetentionKind, Part> kinds) {

    /**
     * One kind of it.
     *
     * @param period absent where it has no end
     * @param due so many would go; of evidence of open cases only when a person says why
     * @param held so many would go if no hold kept them
     * @param remaining so many are erased, and their bytes still in the store
     */
    record Part(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Period period,

            long due,
            long held,
            long remaining) {}
}
