package ma.balagh.analysis.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of known writers, as it stands beside this class. */
final class Writers {

    private static final String FILE = "writers.signatures";

    /** In the order of the table. */
    static final List<Writer> ALL = read();

    private Writers() {}

    /** All that have left traces, those whose kind counts more first. */
    static List<Writer.Match> of(Traces traces) {
        return ALL.stream()
                .flatMap(writer -> writer.match(traces).stream())
                .sorted((a, b) -> a.writer().kind().compareTo(b.writer().kind()))
                .toList();
    }

    private static List<Writer> read() {
        try (InputStream stream = Writers.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no table of writers: " + FILE);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<Writer> writers = new ArrayList<>();
            List<String> block = new ArrayList<>();
            for (String line : reader.lines().toList()) {
                if (line.startsWith("[") && !block.isEmpty()) {
                    writers.add(writer(block));
                    block.clear();
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    block.add(line);
                }
            }
            writers.add(writer(block));
            return List.copyOf(writers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer writer(List<String> block) {
        String head = block.getFirst();
        int close = head.indexOf(']');
        return new Writer(
                Writer.Kind.valueOf(head.substring(1, close).toUpperCase(Locale.ROOT)),
                head.substring(close + 1).strip(),
                conditions(block, "names"),
                conditions(block, "layout"),
                conditions(block, "without"),
                String.join("; ", values(block, "source")));
    }

    private static List<Condition> conditions(List<String> block, String word) {
        return values(block, word).stream().map(Condition::of).toList();
    }

    private static List<String> values(List<String> block, String word) {
        return block.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }
}
