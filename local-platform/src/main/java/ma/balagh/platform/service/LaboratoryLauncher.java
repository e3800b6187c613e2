package ma.balagh.platform.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.platform.build.AotCache;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.LauncherLock;

/** Starts the laboratory's own program: analysis without its service, on files, with no suite around it. */
public final class LaboratoryLauncher {

    private static final String MAIN = "ma.balagh.analysis.cli.LaboratoryProgram";
    private static final SuiteApplication ANALYSIS = SuiteApplication.ANALYSIS;
    private static final int LAST_WORDS_SECONDS = 15;

    private static final String EXAMINE = "examine";
    /** Up to so many bytes, some ten short clips, are examined before the second compiler's work has paid. */
    private static final long LITTLE = 4 << 20;
    /** Much of the code runs for some seconds only: what is compiled later is compiled seldom in vain. */
    private static final String COMPILED_LATE = "-XX:CompileThresholdScaling=8";

    private final SuiteDirectories workplace;
    private final ProgressListener progress;

    public LaboratoryLauncher(SuiteDirectories workplace, ProgressListener progress) {
        this.workplace = workplace;
        this.progress = progress;
    }

    /**
     * Runs a command of the laboratory on this terminal.
     *
     * @param directory where it runs: names of files are relative to it
     * @param arguments the command and its own arguments, handed on as they are
     * @return its exit status
     */
    public int run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        FfmpegFinder.provide(progress);
        if (isStale() || cache().isInTraining()) {
            var file = workplace.shared().resolve("launcher.lock");
            try (var lock = LauncherLock.lock(file, () -> progress.say("waiting for another ./balagh to finish"))) {
                new ApplicationBuilder(workplace).run(List.of(ANALYSIS.partName()), ApplicationFlavour.JVM, progress);
                if (cache().isInTraining()) {
                    train();
                }
            }
        }
        return finish(new ProcessBuilder(
                        program(jvmOptions(directory, arguments), arguments).command(workplace))
                .directory(directory.toFile())
                .inheritIO());
    }

    /** It ends when the launcher is told to end: nobody would see its answers any more. */
    private static int finish(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        var end = Thread.ofPlatform().unstarted(() -> end(process));
        Runtime.getRuntime().addShutdownHook(end);
        var status = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException alreadyEnding) {
            return status;
        }
        return status;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Examines a clip once, so that every later start finds a cache; many of those may run side by side. */
    private void train() throws IOException, InterruptedException {
        progress.say("writing the laboratory's start-up cache, once");
        var folder = Files.createDirectories(workplace.data().resolve("run"));
        var clip = folder.resolve("training.mp4");
        silent(
                List.of("ffmpeg -nostdin -v quiet -y -f lavfi -i testsrc2=s=320x240:r=25 -t 2 -c:v mpeg4".split(" ")),
                clip);
        silent(program(List.of(), List.of(EXAMINE, "--json", "--")).trainingCommand(workplace), clip);
        cache().settle();
        Files.deleteIfExists(clip);
    }

    private static void silent(List<String> command, Path file) throws IOException, InterruptedException {
        var whole = new ArrayList<>(command);
        whole.add(file.toString());
        new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private boolean isStale() throws IOException {
        return ANALYSIS.isStale(workplace, ApplicationFlavour.JVM);
    }

    private AotCache cache() throws IOException {
        return program(List.of(), List.of()).cache(workplace);
    }

    private static List<String> jvmOptions(Path directory, List<String> arguments) throws IOException {
        return arguments.getFirst().equals(EXAMINE) && bytes(directory, arguments) <= LITTLE
                ? List.of(COMPILED_LATE, JavaProgram.FIRST_COMPILER_ONLY)
                : List.of(COMPILED_LATE);
    }

    /** Of the files among some arguments. */
    private static long bytes(Path directory, List<String> arguments) throws IOException {
        long bytes = 0;
        for (var argument : arguments) {
            try {
                var file = directory.resolve(argument);
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            } catch (InvalidPathException noFile) {
                // The laboratory says so.
            }
        }
        return bytes;
    }

    /** @param jvmOptions that do not change what its cache has to hold */
    private JavaProgram program(List<String> jvmOptions, List<String> arguments) throws IOException {
        var jars = jars();
        var classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new JavaProgram(
                "laboratory",
                ANALYSIS.options(),
                jars,
                Stream.of(jvmOptions, List.of("-cp", classPath, MAIN), arguments)
                        .flatMap(List::stream)
                        .toList());
    }

    /** What reads the configuration was made by the build of Quarkus. No jar is there before the first build. */
    private List<Path> jars() throws IOException {
        var jars = new ArrayList<Path>();
        for (var name : List.of("app", "quarkus", "lib/main", "lib/boot")) {
            var folder = ANALYSIS.folder(workplace).resolve(name);
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                }
            }
        }
        return jars;
    }
}
