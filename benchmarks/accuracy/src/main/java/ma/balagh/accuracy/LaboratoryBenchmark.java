package ma.balagh.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.ChangeSet;
import ma.balagh.accuracy.media.Clip;
import ma.balagh.accuracy.report.LaboratoryClient;
import ma.balagh.accuracy.report.Section;
import ma.balagh.accuracy.report.SectionPrinter;
import ma.balagh.accuracy.report.SectionPrinter.Inputs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code benchmarks/laboratory}. */
@Command(
        name = "laboratory",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes altered copies of clips, measures the laboratory on them, and prints the tables of"
                + " docs/laboratory.md as Markdown. Progress goes to the standard error.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:measured", "1:a program failed", "2:the command line is wrong, or a file cannot be used"})
public final class LaboratoryBenchmark implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CLIP", description = "originals: videos, or folders of them", arity = "0..*")
    private List<Path> originals = new ArrayList<>();

    @Option(
            names = "--unrelated",
            paramLabel = "CLIP",
            arity = "1..*",
            description =
                    "videos, or folders of them, that show nothing of what the originals show; copies are pasted into"
                            + " the first two of 5 s or more")
    private List<Path> unrelated = new ArrayList<>();

    @Option(
            names = "--same-place",
            paramLabel = "CLIP",
            arity = "1..*",
            description = "videos named <place>.<moment>.<extension>, or folders of them: none is a copy of another")
    private List<Path> samePlace = new ArrayList<>();

    @Option(
            names = "--fixed-camera",
            paramLabel = "CLIP",
            arity = "1..*",
            description = "long recordings of fixed cameras, to be cut into clips of disjoint times")
    private List<Path> fixedCameras = new ArrayList<>();

    @Option(
            names = "--section",
            paramLabel = "NAME",
            split = ",",
            description = "what is printed: ${COMPLETION-CANDIDATES}; default: all down to COST")
    private Set<Section> sections = EnumSet.noneOf(Section.class);

    @Option(names = "--change", paramLabel = "NAME", split = ",", description = "only these changes; default: all")
    private List<String> changes = new ArrayList<>();

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description =
                    "where sets are made, with the truth about each beside it; copies that are there already are used again."
                            + " Default: a folder that is deleted at the end")
    private @Nullable Path work;

    @Option(
            names = "--media",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description = "media known in section SCALE; default: ${DEFAULT-VALUE}")
    private int media;

    @Option(names = "--faces", paramLabel = "FOLDER", description = "section REDACTION: pictures of heads")
    private @Nullable Path faces;

    @Option(names = "--backgrounds", paramLabel = "FOLDER", description = "section REDACTION: moving backgrounds")
    private @Nullable Path backgrounds;

    private final Path checkout;
    private final PrintStream out;
    private final PrintStream err;

    LaboratoryBenchmark(Path checkout, PrintStream out, PrintStream err) {
        this.checkout = checkout;
        this.out = out;
        this.err = err;
    }

    /** Ends with the documented exit status. */
    public static void main(String... arguments) {
        Locale.setDefault(Locale.ROOT);
        var benchmark = new LaboratoryBenchmark(
                Path.of(System.getProperty("balagh.checkout", ".")).toAbsolutePath(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        System.exit(run(benchmark, arguments));
    }

    static int run(LaboratoryBenchmark benchmark, String... arguments) {
        return new CommandLine(benchmark)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(benchmark.out, true, UTF_8))
                .setErr(new PrintWriter(benchmark.err, true, UTF_8))
                .setParameterExceptionHandler((wrong, given) -> {
                    wrong.getCommandLine().getErr().println("laboratory: " + wrong.getMessage() + " (see --help)");
                    return 2;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("laboratory: " + failure.getMessage());
                    return command.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Collection<Section> asked = sections.isEmpty()
                ? Stream.of(Section.values()).filter(Section::isUsual).toList()
                : EnumSet.copyOf(sections);
        refuseUnknownChanges();
        requireInputs(asked);
        if (work != null && Files.exists(work) && !Files.isDirectory(work)) {
            throw refused(work + " is no folder");
        }
        Inputs inputs = new Inputs(
                clips(originals),
                clips(unrelated),
                named(clips(samePlace)),
                clips(fixedCameras),
                changes,
                faces == null ? Path.of("") : faces,
                backgrounds == null ? Path.of("") : backgrounds,
                media);
        Path folder = work == null
                ? Files.createTempDirectory("laboratory")
                : Files.createDirectories(work).toRealPath();
        try {
            var printer = new SectionPrinter(inputs, new LaboratoryClient(checkout, err), folder, out, err);
            for (Section section : asked) {
                printer.print(section);
            }
        } catch (IllegalArgumentException unusable) {
            throw refused(String.valueOf(unusable.getMessage()));
        } finally {
            if (work == null) {
                delete(folder);
            }
        }
        return 0;
    }

    private void refuseUnknownChanges() {
        Set<String> known = Arrays.stream(ChangeSet.values())
                .flatMap(set -> set.names().stream())
                .collect(Collectors.toSet());
        for (String change : changes) {
            if (!known.contains(change)) {
                throw refused("there is no change " + change + "; there are "
                        + known.stream().sorted().toList());
            }
        }
    }

    private void requireInputs(Collection<Section> asked) {
        for (Section section : asked) {
            boolean given = switch (section) {
                case POSTED, FURTHER, HARDER, ERRORS, WRITING -> !originals.isEmpty() && !unrelated.isEmpty();
                case ORDINARY, COST -> !originals.isEmpty();
                case REDACTION -> faces != null && backgrounds != null;
                case SAME_PLACE, INDEX, SCALE -> true;
            };
            if (!given) {
                throw refused("section " + section + " needs "
                        + (section == Section.REDACTION
                                ? "--faces and --backgrounds"
                                : "originals"
                                        + (section == Section.ORDINARY || section == Section.COST
                                                ? ""
                                                : " and --unrelated")));
            }
        }
    }

    /** Those of files and folders, in the order of their names, each by its whole path. */
    private List<Clip> clips(List<Path> given) throws IOException, InterruptedException {
        List<Clip> clips = new ArrayList<>();
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw refused(path + ": there is no such file");
            }
            try (Stream<Path> files = Files.walk(path.toRealPath(), 1)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    clips.add(readable(file));
                }
            }
        }
        clips.sort(Comparator.comparing(Clip::name));
        return clips;
    }

    private Clip readable(Path file) throws InterruptedException {
        try {
            return Clip.of(file);
        } catch (IOException unreadable) {
            throw refused(file + " cannot be measured on: " + unreadable.getMessage());
        }
    }

    private List<Clip> named(List<Clip> clips) {
        for (Clip clip : clips) {
            if (!clip.stem().contains(".")) {
                throw refused(clip.file() + " is not named <place>.<moment>.<extension>");
            }
        }
        return clips;
    }

    private ParameterException refused(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
