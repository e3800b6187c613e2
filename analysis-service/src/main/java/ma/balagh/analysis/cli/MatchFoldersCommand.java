package ma.balagh.analysis.cli;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.MediumAnalyzer.Report.Illegible;
import ma.balagh.analysis.examination.MediumAnalyzer.Report.Readable;
import ma.balagh.analysis.footage.AudioCorroborator;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.InMemoryFootageIndex;
import ma.balagh.analysis.sound.InMemorySoundIndex;
import ma.balagh.analysis.sound.SoundMatchResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the files of two folders, each with each. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Compares every file of the query's folder with every file of the index's, and tells which seconds of the one show"
                    + " the same recording as which seconds of the other. Nothing is stored, no suite is needed."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all files were dealt with, readable or not",
            "1:a folder or file could not be opened",
            "2:the command line is wrong"
        })
final class MatchFoldersCommand implements Callable<Integer> {

    @Option(names = "--json", description = "one line of JSON for each match")
    private boolean asJson;

    @Option(names = "--hashes-only", description = "the first stage alone: no local features")
    private boolean hashesOnly;

    @Option(names = "--index", required = true, paramLabel = "DIR", description = "what is known")
    private Path index = Path.of("");

    @Option(names = "--query", required = true, paramLabel = "DIR", description = "what is asked about")
    private Path query = Path.of("");

    private final PrintStream out;
    private final PrintStream err;
    private int status;

    MatchFoldersCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return match(LaboratoryTools.configured(!hashesOnly));
        } catch (IOException e) {
            err.println("balagh match: " + TerminalTextFilter.printable(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private int match(LaboratoryTools tools) throws IOException, InterruptedException {
        InMemoryFootageIndex library = tools.library();
        List<InMemorySoundIndex.Entry> entries = new ArrayList<>();
        Map<UUID, String> names = new HashMap<>();
        for (Path file : files(index)) {
            Readable medium = read(tools.desk(), file);
            if (medium != null) {
                UUID id = UUID.randomUUID();
                names.put(id, index.relativize(file).toString());
                library.add(id, medium.footage());
                entries.add(new InMemorySoundIndex.Entry(id, medium.sound()));
            }
        }
        InMemorySoundIndex sounds = InMemorySoundIndex.EMPTY.with(entries);
        MatchLineFormatter lines = asJson ? MatchLineFormatter.json(out) : MatchLineFormatter.table(out);
        for (Path file : files(query)) {
            Readable medium = read(tools.desk(), file);
            if (medium != null) {
                String name = query.relativize(file).toString();
                for (FootageMatch match : matches(medium, library, sounds)) {
                    lines.tell(name, names.getOrDefault(match.evidenceId(), ""), match);
                }
                if (out.checkError()) {
                    err.println("balagh match: nobody reads the answers any more");
                    return 1;
                }
            }
        }
        return status;
    }

    private static List<FootageMatch> matches(Readable medium, InMemoryFootageIndex library, InMemorySoundIndex sounds)
            throws InterruptedException {
        List<FootageMatch> seen = library.matches(medium.footage());
        Map<UUID, SoundMatchResult> heard = sounds.beside(
                sounds.heard(medium.sound()),
                seen.stream().map(FootageMatch::evidenceId).collect(toSet()));
        return new AudioCorroborator(medium.sound(), heard)
                .with(seen, Integer.MAX_VALUE)
                .matches();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Null where there is nothing to compare: that was said. */
    private @Nullable Readable read(FileExaminer desk, Path file) throws InterruptedException {
        try {
            return switch (desk.examine(file.toString()).report()) {
                case Readable readable -> readable;
                case Illegible illegible -> {
                    say(file, "is no medium that can be read");
                    yield null;
                }
            };
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            status = 1;
            say(file, e.toString());
            return null;
        }
    }

    private void say(Path file, String what) {
        err.println("balagh match: " + TerminalTextFilter.printable(file + ": " + what));
    }
}
