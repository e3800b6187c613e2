package ma.balagh.manifests;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program {@code kustomize}, which makes one stream of an overlay. */
final class KustomizeRunner {

    private KustomizeRunner() {}

    static List<Path> overlays(Path checkout) throws IOException {
        try (var folders = Files.list(checkout.resolve("k8s/overlays"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("kustomization.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** @throws IOException with what kustomize says, or how to get it */
    static List<KubernetesObject> build(Path overlay) throws IOException, InterruptedException {
        return ManifestReader.read(overlay.toString(), new StringReader(render(overlay)));
    }

    private static String render(Path overlay) throws IOException, InterruptedException {
        var complaints = Files.createTempFile("kustomize", ".txt");
        try {
            var process = start(overlay, complaints);
            var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(overlay + " does not build: "
                        + Files.readString(complaints).strip());
            }
            return rendered;
        } finally {
            Files.delete(complaints);
        }
    }

    private static Process start(Path overlay, Path complaints) throws IOException {
        try {
            return new ProcessBuilder("kustomize", "build", overlay.toString())
                    .redirectError(complaints.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "kustomize cannot be started; install it (Debian, Ubuntu: sudo apt install kustomize)", e);
        }
    }
}
