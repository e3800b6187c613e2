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
import java.util.stream.Stream;
import ma.balagh.analysis.examination.Laboratory.Report.Illegible;
import ma.balagh.analysis.examination.Laboratory.Report.Readable;
import ma.balagh.analysis.footage.FootageLibrary;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.Hearing;
import ma.balagh.analysis.sound.Heard;
import ma.balagh.analysis.sound.SoundLibrary;
import org.jspecify.annotations.Nullable;

/** Compares the files of two folders, each with each. */
final class MatchCommand {

    private final Tools tools;
    private final PrintStream out;
    private final PrintStream err;
    private int status;

    private MatchCommand(Tools tools, PrintStream out, PrintStream err) {
        this.tools = tools;
        this.out = out;
        this.err = err;
    }

    /** Returns the exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            var options = MatchOptions.of(arguments);
            return new MatchCommand(Tools.configured(options.closeLook()), out, err).match(options);
        } catch (ExamineOptions.Misused misused) {
            String why = String.valueOf(misused.getMessage());
            if (why.isEmpty()) {
                out.println(MatchOptions.USAGE);
                return 0;
            }
            err.println("balagh match: " + Terminal.printable(why));
            err.println(MatchOptions.USAGE);
            return 2;
        } catch (IOException e) {
            err.println("balagh match: " + Terminal.printable(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private int match(MatchOptions options) throws IOException, InterruptedException {
        FootageLibrary library = tools.library();
        List<SoundLibrary.Entry> entries = new ArrayList<>();
        Map<UUID, String> names = new HashMap<>();
        for (Path file : files(options.index())) {
            Readable medium = read(file);
            if (medium != null) {
                UUID id = UUID.randomUUID();
                names.put(id, options.index().relativize(file).toString());
                library.add(id, medium.footage());
                entries.add(new SoundLibrary.Entry(id, medium.sound()));
            }
        }
        SoundLibrary sounds = SoundLibrary.EMPTY.with(entries);
        MatchLines lines = options.json() ? MatchLines.json(out) : MatchLines.table(out);
        for (Path file : files(options.query())) {
            Readable medium = read(file);
            if (medium != null) {
                String name = options.query().relativize(file).toString();
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

    private static List<FootageMatch> matches(Readable medium, FootageLibrary library, SoundLibrary sounds)
            throws InterruptedException {
        List<FootageMatch> seen = library.matches(medium.footage());
        Map<UUID, Heard> heard = sounds.beside(
                sounds.heard(medium.sound()),
                seen.stream().map(FootageMatch::evidenceId).collect(toSet()));
        return new Hearing(medium.sound(), heard).with(seen, Integer.MAX_VALUE).matches();
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
    private @Nullable Readable read(Path file) throws InterruptedException {
        try {
            return switch (tools.desk().examine(file.toString()).report()) {
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
        err.println("balagh match: " + Terminal.printable(file + ": " + what));
    }
}
