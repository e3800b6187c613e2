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
record Change(String name, Edit edit, String inputOptions, List<Pass> passes) {

    /**
     * A filter and how its result is coded.
     *
     * @param filter of FFmpeg: a chain, or a graph from {@code [in]} to {@code [out]} that may use {@code [backdrop]};
     *     {@code {w}}, {@code {h}} and {@code {rate}} are the original's width, height and frame rate
     */
    record Pass(String filter, Coding coding) {}

    private static final String NOTHING = "null";

    /** Codes the clip anew, with no other change. */
    static Change named(String name) {
        return new Change(name, Edit.whole(), "", List.of(new Pass(NOTHING, Coding.USUAL)));
    }

    Change edited(Edit other) {
        return new Change(name, other, inputOptions, passes);
    }

    Change filtered(String filter) {
        return last(new Pass(filter, passes.getLast().coding()));
    }

    Change coded(Coding coding) {
        return last(new Pass(passes.getLast().filter(), coding));
    }

    Change then(String filter, Coding coding) {
        var more = new ArrayList<>(passes);
        more.add(new Pass(filter, coding));
        return new Change(name, edit, inputOptions, List.copyOf(more));
    }

    Change read(String options) {
        return new Change(name, edit, options, passes);
    }

    /** Whether the backdrop is shown beside or behind the original. */
    boolean hasBackdrop() {
        return passes.stream().anyMatch(pass -> pass.filter().contains("[backdrop]"));
    }

    String extension() {
        return passes.getLast().coding().extension();
    }

    private Change last(Pass pass) {
        var others = new ArrayList<>(passes);
        others.set(others.size() - 1, pass);
        return new Change(name, edit, inputOptions, List.copyOf(others));
    }
}
