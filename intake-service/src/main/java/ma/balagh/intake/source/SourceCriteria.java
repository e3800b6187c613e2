package ma.balagh.intake.source;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What {@code GET /sources} may be narrowed by. */
final class SourceCriteria {

    @QueryParam("kind")
    private @Nullable SourceKind kind;

    @QueryParam("state")
    private @Nullable SourceState state;

    @Nullable
    SourceKind kind() {
        return kind;
    }

    @Nullable
    SourceState state() {
        return state;
    }
}
