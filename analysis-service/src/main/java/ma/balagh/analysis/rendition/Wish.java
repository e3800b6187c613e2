package ma.balagh.analysis.rendition;

import java.util.List;
import ma.balagh.analysis.media.RenderedSound;

/** What somebody wants made of an evidence. */
record Wish(RenditionKind kind, boolean faces, List<Rectangle> rectangles, RenderedSound sound) {

    static final Wish PLAYABLE = new Wish(RenditionKind.PLAYABLE, false, List.of(), RenderedSound.KEEP);

    Wish {
        rectangles = List.copyOf(rectangles);
    }

    boolean hidesNothing() {
        return !faces && rectangles.isEmpty() && sound == RenderedSound.KEEP;
    }
}
