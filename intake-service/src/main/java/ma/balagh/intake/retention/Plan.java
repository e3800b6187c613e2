package ma.balagh.intake.retention;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.Period;
import java.util.Map;

/** What a run at that moment would erase. */
record Plan(Instant at, Map<RetentionKind, Part> kinds) {

    /**
     * One kind of it.
     *
     * @param due so many would go
     * @param held so many would go if no hold kept them
     */
    record Part(@JsonFormat(shape = JsonFormat.Shape.STRING) Period period, long due, long held) {}
}
