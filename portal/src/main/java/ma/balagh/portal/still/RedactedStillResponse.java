package ma.balagh.portal.still;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.rendition.RenditionFailureCode;
import ma.balagh.portal.rendition.RenditionResponse;
import org.jspecify.annotations.Nullable;

/**
 * How far a still is.
 *
 * @param at seconds from the beginning of the medium
 * @param reason why it could not be made
 * @param faces how many times something that looks like a face is hidden
 */
@TemplateData
public record RedactedStillResponse(
        double at,
        RenditionResponse.@Nullable State state,
        @Nullable String reason,
        @Nullable Integer faces) {

    public boolean isReady() {
        return state == RenditionResponse.State.READY;
    }

    public boolean isUnderWay() {
        return state == RenditionResponse.State.QUEUED || state == RenditionResponse.State.RUNNING;
    }

    public RenditionFailureCode failure() {
        return RenditionFailureCode.of(reason);
    }
}
