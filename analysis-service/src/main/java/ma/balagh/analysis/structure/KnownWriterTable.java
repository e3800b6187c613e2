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

/** The table of known writers, from the file beside this class. */
final class KnownWriterTable {

    private static final String FILE = "writers.signatures";

    /** In the order of the table. */
    static final List<KnownWriter> ALL = read();

    private KnownWriterTable() {}

    /** All that have left traces, those whose kind counts more first. */
    static List<KnownWriter.Match> of(WriterTraces traces) {
        return ALL.stream()
                .flatMap(writer -> writer.match(traces).stream())
                .sorted((a, b) -> a.writer().kind().compareTo(b.writer().kind()))
                .toList();
    }

    private static List<KnownWriter> read() {
        try (InputStream stream = KnownWriterTable.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no table of writers: " + FILE);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<KnownWriter> writers = new ArrayList<>();
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

    private static KnownWriter writer(List<String> block) {
        String head = block.getFirst();
        int close = head.indexOf(']');
        return new KnownWriter(
                KnownWriter.Kind.valueOf(head.substring(1, close).toUpperCase(Locale.ROOT)),
                head.substring(close + 1).strip(),
                conditions(block, "names"),
                conditions(block, "layout"),
                conditions(block, "without"),
                String.join("; ", values(block, "source")));
    }

    private static List<TraceCondition> conditions(List<String> block, String word) {
        return values(block, word).stream().map(TraceCondition::of).toList();
    }

    private static List<String> values(List<String> block, String word) {
        return block.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }
}
