package ma.balagh.analysis.rendition;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A still as those who are sent see it.
 *
 * @param at seconds from the beginning of the medium
 * @param reason why it could not be made, a stable name; there is no picture then, and none that shows faces
 * @param faces how many times something that looks like a face is hidden, as far as a machine found it
 * @param content where the picture is, once it is ready
 */
record RedactedStillView(
        UUID dossierId,
        UUID evidenceId,
        double at,
        RenditionState state,
        @Nullable String reason,
        @Nullable Integer faces,
        @Nullable URI content) {

    static RedactedStillView of(UUID dossierId, RedactedStillService.Still still) {
        Rendition rendition = still.rendition();
        Rendition.Result result = rendition.result();
        RenditionProvenance.Hidden hidden =
                result == null ? null : result.made().hidden();
        return new RedactedStillView(
                dossierId,
                rendition.evidenceId(),
                still.marked().at(),
                rendition.state(),
                rendition.reason(),
                hidden == null ? null : hidden.faces(),
                result == null ? null : URI.create("/api/v1/dossiers/" + dossierId + "/still/content"));
    }
}
