import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many altered copies ./balagh match recognises, for each kind of change, with the first stage alone and with both.
 *
 * <p>{@code java benchmarks/CopyDetection.java DIR}, where DIR holds {@code orig/}, {@code distract/} and {@code t/} with
 * files named {@code <original>.<change>.<extension>}. The index is orig and distract, each file of t is a query.
 *
 * <p>Columns: copies; of them, recognised by whole pictures and insets alone; by both stages; those of them said to be
 * copies (the others are reported as shared spans); those whose seconds are right to one second at all four ends.
 */
final class CopyDetection {

    /** What became of the copies of one change. */
    private static final class Row {
        int copies;
        int byHashes;
        int found;
        int called;
        int placed;
    }

    private static final double RIGHT = 1;

    private final Path folder;
    private final Map<String, Double> lengths = new HashMap<>();

    private CopyDetection(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0], "t"))) {
            System.err.println("usage: java benchmarks/CopyDetection.java DIR   (with orig/, distract/ and t/)");
            System.exit(2);
        }
        new CopyDetection(Path.of(arguments[0]).toRealPath()).run();
    }

    private void run() throws IOException, InterruptedException {
        Path index = Files.createTempDirectory("copy-detection");
        try {
            for (String part : List.of("orig", "distract")) {
                for (Path file : files(folder.resolve(part))) {
                    Files.createSymbolicLink(index.resolve(file.getFileName()), file);
                }
            }
            List<Path> queries = files(folder.resolve("t"));
            System.out.printf("%d copies, %d media known%n", queries.size(), files(index).size());
            List<Match> hashes = matches(index, "--hashes-only");
            List<Match> both = matches(index);
            print(queries, hashes, both);
        } finally {
            for (Path link : files(index)) {
                Files.delete(link);
            }
            Files.delete(index);
        }
    }

    private void print(List<Path> queries, List<Match> hashes, List<Match> both) throws IOException, InterruptedException {
        Map<String, Row> rows = new TreeMap<>();
        Row all = new Row();
        for (Path query : queries) {
            String name = query.getFileName().toString();
            Row row = rows.computeIfAbsent(change(name), none -> new Row());
            List<Match> mine = of(name, both);
            boolean placed = false;
            for (Match match : mine) {
                placed |= isPlaced(match, change(name), length("t", name), length("orig", original(name) + ".mp4"));
            }
            for (Row each : List.of(row, all)) {
                each.copies++;
                each.byHashes += of(name, hashes).isEmpty() ? 0 : 1;
                each.found += mine.isEmpty() ? 0 : 1;
                each.called += mine.stream().anyMatch(Match::isCopy) ? 1 : 0;
                each.placed += placed ? 1 : 0;
            }
        }
        System.out.printf("%n%-16s %6s %8s %8s %8s %8s%n", "change", "copies", "hashes", "both", "as copy", "seconds");
        rows.forEach(CopyDetection::print);
        print("all", all);
        List<Match> others = both.stream()
                .filter(match -> !stem(match.known()).equals(original(match.query())))
                .toList();
        long unrelated = (long) queries.size() * (files(folder.resolve("orig")).size() - 1
                + files(folder.resolve("distract")).size());
        System.out.printf(
                "%nother pairs: %d; said to be copies: %s; shared spans: %s; the same scene: %s%n",
                unrelated,
                Rate.of(others.stream().filter(Match::isCopy).count(), unrelated),
                Rate.of(others.stream().filter(Match::isSharedSpan).count(), unrelated),
                Rate.of(others.stream().filter(Match::isSameScene).count(), unrelated));
        others.stream().filter(Match::isCopy).forEach(m -> System.out.println("  " + m.query() + " ~ " + m.known()));
    }

    private static void print(String name, Row row) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %6d %7.1f%% %7.1f%% %7.1f%% %7.1f%%%n",
                name,
                row.copies,
                percent(row.byHashes, row.copies),
                percent(row.found, row.copies),
                percent(row.called, row.copies),
                percent(row.placed, row.found));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static List<Match> of(String query, List<Match> matches) {
        return matches.stream()
                .filter(match -> match.query().equals(query) && stem(match.known()).equals(original(query)))
                .filter(match -> !match.isSameScene())
                .toList();
    }

    /** Whether each stretch that the change left of the original is among the spans. */
    private static boolean isPlaced(Match match, String change, double length, double original) {
        double third = original / 3;
        List<double[]> expected = switch (change) {
            case "trim_mid" -> List.of(middle(original, Math.min(5, original / 2)));
            case "trim_2s" -> List.of(new double[] {0, length, 0.37 * original, 0.37 * original + 2});
            case "concat_intro" -> List.of(new double[] {5, length, 0, original});
            case "excerpt3in15" -> List.of(new double[] {6, 9, 0.3 * original, 0.3 * original + 3});
            case "shuffle" -> List.of(
                    new double[] {0, third, 2 * third, original}, new double[] {third, length, 0, 2 * third});
            default -> List.of(new double[] {0, length, 0, original});
        };
        return expected.stream().allMatch(span -> match.spans().stream().anyMatch(found -> isNear(found, span, original)));
    }

    private static double[] middle(double original, double length) {
        return new double[] {0, length, (original - length) / 2, (original + length) / 2};
    }

    private static boolean isNear(double[] found, double[] expected, double original) {
        for (int k = 0; k < 4; k++) {
            double wanted = k > 1 ? Math.min(expected[k], original) : expected[k];
            if (Math.abs(found[k] - wanted) > RIGHT) {
                return false;
            }
        }
        return true;
    }

    private List<Match> matches(Path index, String... options) throws IOException, InterruptedException {
        return Match.all(index, folder.resolve("t"), options);
    }

    private double length(String part, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(part).resolve(name);
        Double known = lengths.get(file.toString());
        if (known == null) {
            known = Double.valueOf(Match.lines(List.of(
                            "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString()))
                    .getFirst());
            lengths.put(file.toString(), known);
        }
        return known;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    private static String original(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String change(String name) {
        return name.split("\\.")[1];
    }

    private static String stem(String name) {
        return name.replaceAll("\\.[^.]*$", "");
    }
}
