package ma.balagh.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The overlays of this checkout, each built once. */
final class Overlays {

    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final ApplicationSettingsReader SETTINGS = ApplicationSettingsReader.of(CHECKOUT);

    private static final Map<String, List<KubernetesObject>> BUILT = new ConcurrentHashMap<>();

    private Overlays() {}

    static List<KubernetesObject> built(String name) {
        return BUILT.computeIfAbsent(name, overlay -> {
            try {
                return KustomizeRunner.build(CHECKOUT.resolve("k8s/overlays").resolve(overlay));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    static List<ManifestFault> faults(List<KubernetesObject> manifests) {
        return ManifestChecker.check(new ManifestSet(manifests, SETTINGS));
    }
}
