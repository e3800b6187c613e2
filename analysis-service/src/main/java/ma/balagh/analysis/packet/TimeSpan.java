package ma.balagh.analysis.packet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of a medium, in seconds. */
public record TimeSpan(double from, double to) {

    /** Who reads a list of places looks at the first few. */
    private static final int SHOWN = 6;

    public double length() {
        return to - from;
    }

    /** Such as {@code 1.2–3.4 s; 8.0–8.5 s}, in every language the same. */
    public static String text(List<TimeSpan> spans) {
        return first(spans.stream()
                .map(span -> String.format(Locale.ROOT, "%.1f–%.1f s", span.from, span.to))
                .toList());
    }

    /** Such as {@code 1.2 s; 3.4 s}. */
    public static String moments(List<Double> seconds) {
        return first(seconds.stream()
                .map(second -> String.format(Locale.ROOT, "%.1f s", second))
                .toList());
    }

    private static String first(List<String> places) {
        return places.stream().limit(SHOWN).collect(Collectors.joining("; ")) + (places.size() > SHOWN ? "; …" : "");
    }
}
