package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ma.balagh.analysis.media.Redactor;
import ma.balagh.analysis.media.Unrendered;
import ma.balagh.analysis.redaction.Chosen;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;
import ma.balagh.analysis.redaction.RedactionWatch;
import ma.balagh.analysis.redaction.TooMuchToHide;
import org.jspecify.annotations.Nullable;

/** Hides what a wish wants hidden. */
final class Hiding implements Redactor {

    private final Wish wish;
    private @Nullable RedactionWatch watch;
    private @Nullable RedactionPlan plan;

    Hiding(Wish wish) {
        this.wish = wish;
    }

    @Override
    public void begin(long[] micros) {
        List<Chosen> chosen = wish.rectangles().stream().map(Hiding::chosen).toList();
        watch = wish.faces()
                ? new RedactionWatch(micros, chosen)
                : new RedactionWatch(micros, chosen, (luma, width, height) -> List.of());
    }

    private static Chosen chosen(Rectangle rectangle) {
        var part = new PicturePart(
                requireNonNull(rectangle.left()),
                requireNonNull(rectangle.top()),
                requireNonNull(rectangle.right()),
                requireNonNull(rectangle.bottom()));
        return rectangle.isFollowed()
                ? new Chosen.Followed(part, rectangle.start())
                : new Chosen.Fixed(part, rectangle.start(), rectangle.end());
    }

    @Override
    public void see(int number, byte[] yuv420p, int width, int height) throws Unrendered {
        try {
            requireNonNull(watch).see(number, yuv420p, width, height);
        } catch (TooMuchToHide tooMuch) {
            throw new Unrendered(Unrendered.Reason.TOO_LARGE);
        }
    }

    @Override
    public void settle() throws Unrendered {
        try {
            plan = requireNonNull(watch).plan();
        } catch (TooMuchToHide tooMuch) {
            throw new Unrendered(Unrendered.Reason.TOO_LARGE);
        }
    }

    @Override
    public void hide(int number, byte[] yuv420p, int width, int height) {
        requireNonNull(plan).hide(number, yuv420p, width, height);
    }

    /** What was hidden; of a sound nothing is. */
    Made.@Nullable Hidden told() {
        return plan == null ? null : new Made.Hidden(plan.faces(), plan.framesTouched(), plan.doubtful());
    }
}
