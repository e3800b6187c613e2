package ma.balagh.analysis.rendition;

import java.util.List;
import ma.balagh.analysis.media.RenderedSound;

/** What somebody ordered of an evidence. */
record RenditionRequest(RenditionKind kind, boolean faces, List<RedactionRectangle> rectangles, RenderedSound sound) {

    static final RenditionRequest PLAYABLE =
            new RenditionRequest(RenditionKind.PLAYABLE, false, List.of(), RenderedSound.KEEP);

    RenditionRequest {
        rectangles = List.copyOf(rectangles);
    }

    boolean hidesNothing() {
        return !faces && rectangles.isEmpty() && sound == RenderedSound.KEEP;
    }
}
