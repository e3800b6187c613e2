package ma.balagh.analysis.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition that a trace has one of some values.
 *
 * @param places names of traces; those that end in {@code *} are all names that begin so
 * @param value what it has to be as a whole
 */
record TraceCondition(List<String> places, Pattern value) {

    /** {@code place | place = glob | glob}; in a glob, {@code *} is anything and {@code ?} anything or nothing. */
    static TraceCondition of(String text) {
        String[] sides = text.split(" = ", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("no condition: " + text);
        }
        List<String> places = Arrays.stream(sides[0].split("\\|"))
                .map(place -> place.strip().toLowerCase(Locale.ROOT))
                .toList();
        String globs = Arrays.stream(sides[1].split(" \\| "))
                .map(glob -> Arrays.stream(glob.strip().split("(?=[*?])|(?<=[*?])"))
                        .map(part -> part.equals("*") ? ".*" : part.equals("?") ? ".?" : Pattern.quote(part))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
        return new TraceCondition(places, Pattern.compile(globs, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** {@code place=value} of the traces that fulfil it. */
    List<String> met(WriterTraces traces) {
        return there(traces).filter(trace -> isMet(trace)).toList();
    }

    /** What stands there instead; the place alone where there is nothing. */
    List<String> found(WriterTraces traces) {
        List<String> there = there(traces).toList();
        return there.isEmpty() ? List.of(places.getFirst() + "=") : there;
    }

    private boolean isMet(String trace) {
        return value.matcher(trace.substring(trace.indexOf('=') + 1)).matches();
    }

    private Stream<String> there(WriterTraces traces) {
        return places.stream()
                .flatMap(place -> place.endsWith("*")
                        ? traces.told(place.substring(0, place.length() - 1))
                        : traces.of(place).stream().map(value -> place + "=" + value));
    }
}
