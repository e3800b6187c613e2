package ma.balagh.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A known writer of files.
 *
 * @param name that it is known by, the same in every language
 * @param names what names it; empty where it only lays out files in a way of its own
 * @param layout what it does besides
 * @param without what it does not do
 * @param source where this is known from
 */
record KnownWriter(
        Kind kind,
        String name,
        List<TraceCondition> names,
        List<TraceCondition> layout,
        List<TraceCondition> without,
        String source) {

    /** Encoders that write no time of their own, and leave the one that they find. */
    private static final List<String> KEEPING = List.of("FFmpeg", "x264", "x265", "gd");

    /** Whether the times in its files are those at which it wrote them, rather than those of recording. */
    boolean givesItsOwnTime() {
        return switch (kind) {
            case GENERATOR, EDITOR, PLATFORM, MESSENGER -> true;
            case ENCODER -> KEEPING.stream().noneMatch(name::startsWith);
            case SCREEN, CAMERA, DEVICE -> false;
        };
    }

    /** What a writer is, the last in the way of a file first. */
    enum Kind {
        GENERATOR,
        SCREEN,
        EDITOR,
        PLATFORM,
        MESSENGER,
        ENCODER,
        CAMERA,
        /** A device that is named, but whose files are not known here. */
        DEVICE
    }

    /**
     * That a file has traces of a writer.
     *
     * @param named whether the file names it, rather than only resembling its files
     * @param traces those that speak for it
     * @param against what is otherwise than in its files
     */
    record Match(KnownWriter writer, boolean named, List<String> traces, List<String> against) {

        boolean isWhole() {
            return against.isEmpty();
        }
    }

    /** Empty where nothing speaks for it; a writer that is not named has to fit in all. */
    Optional<Match> match(WriterTraces traces) {
        List<String> met = new ArrayList<>();
        for (TraceCondition name : names) {
            List<String> there = name.met(traces);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            met.addAll(there);
        }
        List<String> against = new ArrayList<>();
        for (TraceCondition part : layout) {
            List<String> there = part.met(traces);
            if (there.isEmpty()) {
                against.addAll(part.found(traces));
            }
            met.addAll(there);
        }
        without.forEach(part -> against.addAll(part.met(traces)));
        boolean named = !names.isEmpty();
        return named || against.isEmpty() ? Optional.of(new Match(this, named, met, against)) : Optional.empty();
    }
}
