package ma.balagh.accuracy.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.media.VideoClip;
import org.junit.jupiter.api.Test;

class CopyBuilderTest {

    private static final VideoClip INTRO = clip("intro", 6);
    private static final VideoClip BACKDROP = clip("backdrop", 8);

    @Test
    void knowsTheSecondsOfAnExcerptAmidForeignFootage() {
        assertThat(spans("excerpt3in15", 10))
                .containsExactly(
                        span(0, 6, "intro.mp4", 0, 6), span(6, 9, "clip.mp4", 3, 6), span(9, 15, "backdrop.mp4", 0, 6));
    }

    @Test
    void knowsTheSecondsOfAnotherSpeed() {
        assertThat(spans("speed125", 10)).containsExactly(span(0, 8, "clip.mp4", 0, 10));
        assertThat(spans("slow050", 10)).containsExactly(span(0, 20, "clip.mp4", 0, 10));
    }

    @Test
    void takesPiecesThatGoOnAsOne() {
        assertThat(spans("shuffle", 9)).containsExactly(span(0, 3, "clip.mp4", 6, 9), span(3, 9, "clip.mp4", 0, 6));
    }

    @Test
    void knowsWhatIsShownBackwards() {
        assertThat(spans("reversed", 10)).containsExactly(new CopySpan(0, 10, "clip.mp4", 0, 10, true));
    }

    @Test
    void knowsTheBackdropThatIsShownAgainAndAgain() {
        assertThat(spans("pip", 10))
                .containsExactly(
                        span(0, 10, "clip.mp4", 0, 10),
                        span(0, 8, "backdrop.mp4", 0, 8),
                        span(8, 10, "backdrop.mp4", 0, 2));
    }

    @Test
    void knowsTheMomentsOfStills() {
        assertThat(spans("still", 10)).containsExactly(span(0, 0, "clip.mp4", 6, 6));
        assertThat(spans("stills5", 10)).hasSize(5).contains(span(2, 4, "clip.mp4", 3, 3));
    }

    @Test
    void leavesOutWhatTheOriginalIsTooShortFor() {
        assertThat(recipe("recut4", 5).isPossible()).isFalse();
        assertThat(recipe("recut4", 10).isPossible()).isTrue();
    }

    private static List<CopySpan> spans(String change, double seconds) {
        return recipe(change, seconds).spans();
    }

    private static CopyBuilder recipe(String name, double seconds) {
        ClipChange change = List.of(ChangeSet.values()).stream()
                .flatMap(set -> set.changes().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new CopyBuilder(change, new CopySources(clip("clip", seconds), INTRO, BACKDROP));
    }

    private static CopySpan span(double from, double to, String source, double sourceFrom, double sourceTo) {
        return new CopySpan(from, to, source, sourceFrom, sourceTo, false);
    }

    private static VideoClip clip(String name, double seconds) {
        return new VideoClip(Path.of("/media", name + ".mp4"), 640, 360, "25/1", seconds);
    }
}
