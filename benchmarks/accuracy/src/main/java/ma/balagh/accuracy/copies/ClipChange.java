package ma.balagh.accuracy.copies;

import java.util.ArrayList;
import java.util.List;

/**
 * One way of altering a clip, by name.
 *
 * @param edit which seconds are shown
 * @param inputOptions of FFmpeg before the original; without filters where there are any
 * @param passes the result is coded so many times, one after another
 */
record ClipChange(String name, ClipEdit edit, String inputOptions, List<Pass> passes) {

    /**
     * A filter and how its result is coded.
     *
     * @param filter of FFmpeg: a chain, or a graph from {@code [in]} to {@code [out]} that may use {@code [backdrop]};
     *     {@code {w}}, {@code {h}} and {@code {rate}} are the original's width, height and frame rate
     */
    record Pass(String filter, CopyCoding coding) {}

    private static final String NOTHING = "null";

    /** Codes the clip anew, with no other change. */
    static ClipChange named(String name) {
        return new ClipChange(name, ClipEdit.whole(), "", List.of(new Pass(NOTHING, CopyCoding.USUAL)));
    }

    ClipChange edited(ClipEdit other) {
        return new ClipChange(name, other, inputOptions, passes);
    }

    ClipChange filtered(String filter) {
        return last(new Pass(filter, passes.getLast().coding()));
    }

    ClipChange coded(CopyCoding coding) {
        return last(new Pass(passes.getLast().filter(), coding));
    }

    ClipChange then(String filter, CopyCoding coding) {
        var more = new ArrayList<>(passes);
        more.add(new Pass(filter, coding));
        return new ClipChange(name, edit, inputOptions, List.copyOf(more));
    }

    ClipChange read(String options) {
        return new ClipChange(name, edit, options, passes);
    }

    /** Whether the backdrop is shown beside or behind the original. */
    boolean hasBackdrop() {
        return passes.stream().anyMatch(pass -> pass.filter().contains("[backdrop]"));
    }

    String extension() {
        return passes.getLast().coding().extension();
    }

    private ClipChange last(Pass pass) {
        var others = new ArrayList<>(passes);
        others.set(others.size() - 1, pass);
        return new ClipChange(name, edit, inputOptions, List.copyOf(others));
    }
}
