package ma.balagh.manifests;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code balagh check-manifests}: one line for each fault, and what to mend. */
@Command(
        name = "check-manifests",
        mixinStandardHelpOptions = true,
        description = {
            "Checks manifests that are applied together.",
            "Exit status: 0 no fault, 1 faults, 2 something cannot be read."
        })
final class CheckManifestsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "PLACE",
            description =
                    "an overlay (a folder with kustomization.yaml, built by kustomize), files that are checked together, or - for a stream; all overlays of the checkout without any")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--checkout",
            paramLabel = "DIR",
            description = "the repository, whose settings the environment is held against; default: here")
    private Path checkout = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckManifestsCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            int faults = 0;
            if (places.isEmpty()) {
                for (var overlay : KustomizeRunner.overlays(checkout)) {
                    faults += tell(KustomizeRunner.build(overlay));
                }
            } else {
                var manifests = new ArrayList<KubernetesObject>();
                for (var place : places) {
                    manifests.addAll(read(place));
                }
                faults = tell(manifests);
            }
            return faults == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException | UncheckedIOException | YAMLException e) {
            System.err.println("check-manifests: " + reason(e));
            return ExitCode.USAGE;
        }
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException
                ? "there is no " + e.getMessage()
                : e instanceof CharacterCodingException ? "this is no text in UTF-8" : String.valueOf(e.getMessage());
    }

    private int tell(List<KubernetesObject> manifests) throws IOException {
        if (manifests.isEmpty()) {
            throw new IOException("there is no manifest in what is to be checked");
        }
        var faults = ManifestChecker.check(new ManifestSet(manifests, ApplicationSettingsReader.of(checkout)));
        faults.forEach(System.out::println);
        System.err.printf(
                "%s: %d objects, %d rules, %d faults%n",
                manifests.getFirst().origin(),
                manifests.size(),
                ManifestChecker.rules().size(),
                faults.size());
        return faults.size();
    }

    private static List<KubernetesObject> read(String place) throws IOException, InterruptedException {
        if (place.equals("-")) {
            return ManifestReader.read("-", new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        var path = Path.of(place);
        return Files.isDirectory(path)
                ? KustomizeRunner.build(path)
                : ManifestReader.read(place, new StringReader(Files.readString(path)));
    }
}
