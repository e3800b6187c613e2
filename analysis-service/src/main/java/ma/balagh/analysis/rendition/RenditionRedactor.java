package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import ma.balagh.analysis.media.FrameRedactor;
import ma.balagh.analysis.media.UnrenderableMediumException;
import ma.balagh.analysis.redaction.ManualSelection;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;
import ma.balagh.analysis.redaction.RedactionPlanRecorder;
import ma.balagh.analysis.redaction.TrackBudgetExceededException;
import org.jspecify.annotations.Nullable;

/** Hides what the request for a rendition asks for. */
final class RenditionRedactor implements FrameRedactor {

    private final RenditionRequest wish;
    private @Nullable RedactionPlanRecorder watch;
    private @Nullable RedactionPlan plan;

    RenditionRedactor(RenditionRequest wish) {
        this.wish = wish;
    }

    @Override
    public void begin(long[] micros) {
        List<ManualSelection> chosen =
                wish.rectangles().stream().map(RenditionRedactor::chosen).toList();
        watch = wish.faces()
                ? new RedactionPlanRecorder(micros, chosen)
                : new RedactionPlanRecorder(micros, chosen, (luma, width, height) -> List.of());
    }

    private static ManualSelection chosen(RedactionRectangle rectangle) {
        var part = new PicturePart(
                requireNonNull(rectangle.left()),
                requireNonNull(rectangle.top()),
                requireNonNull(rectangle.right()),
                requireNonNull(rectangle.bottom()));
        return rectangle.isFollowed()
                ? new ManualSelection.Followed(part, rectangle.start())
                : new ManualSelection.Fixed(part, rectangle.start(), rectangle.end());
    }

    @Override
    public void see(int number, byte[] yuv420p, int width, int height) throws UnrenderableMediumException {
        try {
            requireNonNull(watch).see(number, yuv420p, width, height);
        } catch (TrackBudgetExceededException tooMuch) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_LARGE);
        }
    }

    @Override
    public void settle() throws UnrenderableMediumException {
        try {
            plan = requireNonNull(watch).plan();
        } catch (TrackBudgetExceededException tooMuch) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_LARGE);
        }
    }

    @Override
    public void hide(int number, byte[] yuv420p, int width, int height) {
        requireNonNull(plan).hide(number, yuv420p, width, height);
    }

    /** What was hidden; of a sound nothing is. */
    RenditionProvenance.@Nullable Hidden told() {
        return plan == null
                ? null
                : new RenditionProvenance.Hidden(plan.faces(), plan.framesTouched(), plan.doubtful());
    }
}
