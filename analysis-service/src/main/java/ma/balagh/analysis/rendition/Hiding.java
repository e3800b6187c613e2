package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import ma.balagh.analysis.media.Redactor;
import ma.balagh.analysis.packet.Span;
import ma.balagh.analysis.redaction.Chosen;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;
import ma.balagh.analysis.redaction.RedactionWatch;
import org.jspecify.annotations.Nullable;

/**
 * Hides what a wish wants hidden. Who watches counts pictures at an even rate, which media do not keep: each second is told
 * to him as the number of the picture that is shown then.
 */
final class Hiding implements Redactor {

    private static final double USUAL_RATE = 25;

    private final Wish wish;
    private long[] micros = new long[0];
    private double rate = USUAL_RATE;
    private @Nullable RedactionWatch watch;
    private @Nullable RedactionPlan plan;

    Hiding(Wish wish) {
        this.wish = wish;
    }

    @Override
    public void begin(long[] at) {
        micros = at;
        long length = at[at.length - 1] - at[0];
        rate = length > 0 ? (at.length - 1) * 1e6 / length : USUAL_RATE;
        List<Chosen> chosen = wish.rectangles().stream().map(this::chosen).toList();
        watch = wish.faces()
                ? new RedactionWatch(rate, chosen)
                : new RedactionWatch(rate, chosen, (luma, width, height) -> List.of());
    }

    private Chosen chosen(Rectangle rectangle) {
        var part = new PicturePart(
                requireNonNull(rectangle.left()),
                requireNonNull(rectangle.top()),
                requireNonNull(rectangle.right()),
                requireNonNull(rectangle.bottom()));
        // Within the picture's time, so that no rounding makes it another one.
        double from = (shownAt(rectangle.start()) + 0.25) / rate;
        if (rectangle.isFollowed()) {
            return new Chosen.Followed(part, from);
        }
        double to = rectangle.to() == null ? Double.POSITIVE_INFINITY : (shownAt(rectangle.to()) + 0.75) / rate;
        return new Chosen.Fixed(part, from, to);
    }

    /** The number of the picture on the screen at that second. */
    private int shownAt(double second) {
        int place = Arrays.binarySearch(micros, Math.round(second * 1e6));
        return Math.max(0, place >= 0 ? place : -place - 2);
    }

    @Override
    public void see(int number, byte[] yuv420p, int width, int height) {
        requireNonNull(watch).see(number, yuv420p, width, height);
    }

    @Override
    public void settle() {
        plan = requireNonNull(watch).plan();
    }

    @Override
    public void hide(int number, byte[] yuv420p, int width, int height) {
        requireNonNull(plan).hide(number, yuv420p, width, height);
    }

    /** What was hidden; of a sound nothing is. */
    Made.@Nullable Hidden told() {
        if (plan == null) {
            return null;
        }
        List<Span> doubtful = plan.doubtful().stream()
                .map(span -> new Span(second(span.from() * rate), second(span.to() * rate)))
                .toList();
        return new Made.Hidden(plan.faces(), plan.framesTouched(), doubtful);
    }

    /** When the picture of that number appears. */
    private double second(double number) {
        return micros[(int) Math.clamp(Math.round(number), 0, micros.length - 1)] / 1e6;
    }
}
