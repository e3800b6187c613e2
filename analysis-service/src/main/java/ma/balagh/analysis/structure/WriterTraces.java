package ma.balagh.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Traces that writers left in a file: values by the name of their place, such as major, handler.vide,
 * key.com.apple.quicktime.make or tag.encoder. Names are in lower case.
 */
public record WriterTraces(Map<String, List<String>> values) {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{IsNoncharacter_Code_Point}\uFFFD]++");

    public WriterTraces {
        values = Map.copyOf(values);
    }

    public List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Together with what FFmpeg read from the file, under {@code tag.}. */
    WriterTraces with(Map<String, String> tags) {
        var all = new Collector();
        values.forEach((name, same) -> same.forEach(value -> all.accept(name, value)));
        new TreeMap<>(tags).forEach((key, value) -> all.accept("tag." + key, value));
        return all.traces();
    }

    /** {@code name=value}, of all whose name begins like that; in alphabetical order. */
    Stream<String> told(String prefix) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix))
                        .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value));
    }

    /** Gathers traces; a file that has very many of them is heard out no further. */
    static final class Collector implements BiConsumer<String, String> {

        private static final int MOST = 400;
        private static final int LONGEST = 160;

        private final Map<String, List<String>> values = new TreeMap<>();
        private int count;

        @Override
        public void accept(String name, String value) {
            String printable = printable(value);
            if (!printable.isEmpty() && count < MOST) {
                var same = values.computeIfAbsent(printable(name).toLowerCase(Locale.ROOT), key -> new ArrayList<>());
                if (!same.contains(printable)) {
                    same.add(printable);
                    count++;
                }
            }
        }

        WriterTraces traces() {
            return new WriterTraces(values);
        }

        /** One line that is short and hides nothing: neither control characters nor such as turn the direction of text. */
        static String printable(String value) {
            String cut = value.substring(0, Math.min(LONGEST, value.length()));
            return UNPRINTABLE.matcher(cut).replaceAll(" ").strip();
        }
    }
}
