package ma.balagh.analysis.rendition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import ma.balagh.analysis.media.RenderedSound;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ordered of an evidence.
 *
 * @param at seconds from the beginning, of a {@link RenditionKind#STILL} only
 */
record RenditionRequest(
        RenditionKind kind,
        boolean faces,
        List<RedactionRectangle> rectangles,
        RenderedSound sound,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double at) {

    static final RenditionRequest PLAYABLE =
            new RenditionRequest(RenditionKind.PLAYABLE, false, List.of(), RenderedSound.KEEP, null);

    RenditionRequest {
        rectangles = List.copyOf(rectangles);
    }

    /** The picture that is shown at that second, without faces. */
    static RenditionRequest still(double at) {
        return new RenditionRequest(RenditionKind.STILL, true, List.of(), RenderedSound.REMOVE, at);
    }

    boolean hidesNothing() {
        return !faces && rectangles.isEmpty() && sound == RenderedSound.KEEP;
    }
}
