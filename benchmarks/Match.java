import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A match as {@code ./balagh match --json} prints it.
 *
 * @param kind such as {@code COPY}
 * @param reason why both show the same moments or do not, such as {@code MOTION_DIFFERS}; empty for sound alone
 * @param spans from, to, otherFrom, otherTo of each, in seconds
 */
record Match(String query, String known, String kind, String reason, double score, List<double[]> spans) {

    private static final Pattern SPAN = Pattern.compile(
            "\"from\":([\\d.]+),\"to\":([\\d.]+),\"otherFrom\":([\\d.]+),\"otherTo\":([\\d.]+)");
    private static final Pattern SCORE = Pattern.compile("\"score\":([\\d.]+)");

    /** Each file of the one folder as a query against all of the other. */
    static List<Match> all(Path index, Path queries, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./balagh", "match", "--json"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("--index", index.toString(), "--query", queries.toString()));
        System.err.println("  " + String.join(" ", command));
        return lines(command).stream().map(Match::of).toList();
    }

    private static Match of(String line) {
        Matcher numbers = SPAN.matcher(line);
        List<double[]> spans = new ArrayList<>();
        while (numbers.find()) {
            spans.add(new double[] {
                Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)),
                Double.parseDouble(numbers.group(3)), Double.parseDouble(numbers.group(4))
            });
        }
        Matcher score = SCORE.matcher(line);
        return new Match(
                text(line, "query"),
                text(line, "match"),
                text(line, "kind"),
                text(line, "reason"),
                score.find() ? Double.parseDouble(score.group(1)) : 0,
                spans);
    }

    private static String text(String line, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\"([^\"]*)\"").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }

    static List<String> lines(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " ended with " + process.exitValue());
        }
        return lines;
    }

    boolean isCopy() {
        return kind.equals("COPY");
    }

    boolean isSharedSpan() {
        return kind.equals("SHARED_SPAN");
    }

    boolean isSameScene() {
        return kind.equals("SAME_SCENE");
    }
}
