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
import ma.balagh.accuracy.media.GivenFileReader;
import ma.balagh.accuracy.report.LaboratoryClient;
import ma.balagh.accuracy.report.OutputSection;
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
            names = "--ordinary",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "section ORDINARY: media, or folders of them, of which nothing should fail; default: the clips")
    private List<Path> ordinary = new ArrayList<>();

    @Option(
            names = "--section",
            paramLabel = "NAME",
            split = ",",
            description = "what is printed: ${COMPLETION-CANDIDATES}; default: all down to COST")
    private Set<OutputSection> sections = EnumSet.noneOf(OutputSection.class);

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
            description = "media known in sections GROWTH, SCALE and SOUNDS; default: ${DEFAULT-VALUE}")
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
        Collection<OutputSection> asked = sections.isEmpty()
                ? Stream.of(OutputSection.values())
                        .filter(OutputSection::isUsual)
                        .toList()
                : EnumSet.copyOf(sections);
        refuseUnknownChanges();
        requireInputs(asked);
        if (work != null && Files.exists(work) && !Files.isDirectory(work)) {
            throw refused(work + " is no folder");
        }
        try {
            print(asked, inputs());
        } catch (IllegalArgumentException unusable) {
            throw refused(String.valueOf(unusable.getMessage()));
        }
        return 0;
    }

    private Inputs inputs() throws IOException, InterruptedException {
        return new Inputs(
                GivenFileReader.clips(originals),
                GivenFileReader.clips(unrelated),
                GivenFileReader.clipsOfPlaces(samePlace),
                GivenFileReader.clips(fixedCameras),
                GivenFileReader.files(ordinary),
                changes,
                faces == null ? Path.of("") : faces,
                backgrounds == null ? Path.of("") : backgrounds,
                media);
    }

    private void print(Collection<OutputSection> asked, Inputs inputs) throws IOException, InterruptedException {
        Path folder = work == null
                ? Files.createTempDirectory("laboratory")
                : Files.createDirectories(work).toRealPath();
        try {
            var printer = new SectionPrinter(inputs, new LaboratoryClient(checkout, err), folder, out, err);
            for (OutputSection section : asked) {
                printer.print(section);
            }
        } finally {
            if (work == null) {
                delete(folder);
            }
        }
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

    private void requireInputs(Collection<OutputSection> asked) {
        for (OutputSection section : asked) {
            String needed = switch (section) {
                case POSTED, FURTHER, HARDER, ERRORS, WRITING ->
                    originals.isEmpty() || unrelated.isEmpty() ? "originals and --unrelated" : "";
                case ORDINARY -> ordinary.isEmpty() && originals.isEmpty() ? "--ordinary or originals" : "";
                case COST, MEMORY -> originals.isEmpty() ? "originals" : "";
                case REDACTION -> faces == null || backgrounds == null ? "--faces and --backgrounds" : "";
                case SAME_PLACE, INDEX, LOOKUPS, GROWTH, SCALE, SOUNDS -> "";
            };
            if (!needed.isEmpty()) {
                throw refused("section " + section + " needs " + needed);
            }
        }
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
