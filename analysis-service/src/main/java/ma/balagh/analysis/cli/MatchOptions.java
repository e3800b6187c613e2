package ma.balagh.analysis.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code match} was asked for.
 *
 * @param json whether programs will read the answer
 * @param closeLook whether the second stage is used, too
 * @param index folder of what is known
 * @param query folder of what is asked about
 */
record MatchOptions(boolean json, boolean closeLook, Path index, Path query) {

    static final String USAGE = """
            usage: ./balagh match [--json] [--hashes-only] --index DIR --query DIR

            Compares every file of the query's folder with every file of the index's, and tells which seconds of the one
            show the same recording as which seconds of the other. Nothing is stored, no suite is needed.

              --json         one line of JSON for each match
              --hashes-only  the first stage alone: no local features

            Exit status: 0 all files were dealt with, readable or not; 1 a folder or file could not be opened; 2 wrong usage.""";

    static MatchOptions of(List<String> arguments) throws ExamineOptions.Misused {
        boolean json = false;
        boolean closeLook = true;
        Path index = null;
        Path query = null;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--json" -> json = true;
                case "--hashes-only" -> closeLook = false;
                case "--index" -> index = folder(argument, rest);
                case "--query" -> query = folder(argument, rest);
                case "--help", "-h" -> throw new ExamineOptions.Misused("");
                default -> throw new ExamineOptions.Misused("there is no option " + argument);
            }
        }
        return new MatchOptions(json, closeLook, given("--index", index), given("--query", query));
    }

    private static Path folder(String option, Iterator<String> rest) throws ExamineOptions.Misused {
        if (!rest.hasNext()) {
            throw new ExamineOptions.Misused(option + " needs a folder");
        }
        return Path.of(rest.next());
    }

    private static Path given(String option, @Nullable Path folder) throws ExamineOptions.Misused {
        if (folder == null) {
            throw new ExamineOptions.Misused(option + " is missing");
        }
        return folder;
    }
}
