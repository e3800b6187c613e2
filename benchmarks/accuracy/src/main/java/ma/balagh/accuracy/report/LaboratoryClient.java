package ma.balagh.accuracy.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ma.balagh.accuracy.media.SubprocessRunner;

/** Asks the laboratory, by the commands {@code ./balagh match} and {@code ./balagh examine} of a checkout. */
public final class LaboratoryClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path checkout;
    private final PrintStream progress;

    public LaboratoryClient(Path checkout, PrintStream progress) {
        this.checkout = checkout;
        this.progress = progress;
    }

    Path checkout() {
        return checkout;
    }

    /** Each file of the one folder against all of the other. */
    List<LaboratoryMatch> matches(Path known, Path queries, String... options)
            throws IOException, InterruptedException {
        progress.println("comparing " + queries + " with " + known + " " + String.join(" ", options));
        var command = new ArrayList<>(List.of(balagh(), "match", "--json"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("--index", known.toString(), "--query", queries.toString()));
        var matches = new ArrayList<LaboratoryMatch>();
        for (String line : SubprocessRunner.lines(command)) {
            matches.add(JSON.readValue(line, LaboratoryMatch.class));
        }
        return matches;
    }

    /** An examination of each file, in their order. */
    List<JsonNode> examinations(List<Path> files) throws IOException, InterruptedException {
        progress.println("examining " + files.size() + " files");
        var command = new ArrayList<>(List.of(balagh(), "examine", "--json", "--"));
        files.forEach(file -> command.add(file.toString()));
        var examinations = new ArrayList<JsonNode>();
        for (String line : SubprocessRunner.lines(command)) {
            examinations.add(JSON.readTree(line));
        }
        if (examinations.size() != files.size()) {
            throw new IOException(examinations.size() + " of " + files.size() + " files were examined");
        }
        return examinations;
    }

    private String balagh() {
        return checkout.resolve("balagh").toString();
    }
}
