package ma.balagh.intake.source.item;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code GET /items} may be narrowed by. */
final class ItemCriteria {

    @QueryParam("standing")
    private @Nullable ItemStatus standing;

    @QueryParam("sourceId")
    private @Nullable UUID sourceId;

    @QueryParam("reportId")
    private @Nullable UUID reportId;

    @QueryParam("toReview")
    @DefaultValue("false")
    private boolean toReview;

    @Nullable
    ItemStatus standing() {
        return standing;
    }

    @Nullable
    UUID sourceId() {
        return sourceId;
    }

    /** The item that became this report, and its sightings. */
    @Nullable
    UUID reportId() {
        return reportId;
    }

    /** Those that were set aside and drawn for a look, and that nobody has looked at yet. */
    boolean toReview() {
        return toReview;
    }
}
