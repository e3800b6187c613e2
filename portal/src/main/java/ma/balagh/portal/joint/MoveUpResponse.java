package ma.balagh.portal.joint;

import io.quarkus.qute.TemplateData;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An idle unit that should go somewhere else.
 *
 * @param post the name of the home post that is there
 * @param estimatedSeconds until it is there
 * @param coverageBefore share of one of the incidents that idle units reach in time
 * @param coverageAfter the same once it is there
 */
@TemplateData
public record MoveUpResponse(
        UUID unitId,
        String callSign,
        Post to,
        @Nullable String post,
        double estimatedSeconds,
        double coverageBefore,
        double coverageAfter) {

    /** Where it should wait. */
    @TemplateData
    public record Post(double latitude, double longitude) {}
}
