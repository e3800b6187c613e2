package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many sources work and how many do not. */
@TemplateData
public record SourcesHealthResponse(
        int untried,
        int working,
        int failing,
        int off,
        @Nullable Instant failingSince) {

    public int watched() {
        return untried + working + failing;
    }

    public int all() {
        return watched() + off;
    }
}
