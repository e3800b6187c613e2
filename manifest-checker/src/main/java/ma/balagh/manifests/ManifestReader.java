package ma.balagh.manifests;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads streams of YAML documents as an API server does: a key that stands twice is an error. */
final class ManifestReader {

    private ManifestReader() {}

    /** @throws YAMLException for what is no YAML, and for what has no end */
    static List<KubernetesObject> read(String origin, Reader reader) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(32 * 1024 * 1024);
        var manifests = new ArrayList<KubernetesObject>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(reader)) {
            refuseCircles(origin, document, new ArrayList<>());
            var node = new YamlNode(document);
            if (node.text("kind").equals("List")) {
                node.items("items").forEach(item -> manifests.add(new KubernetesObject(origin, item)));
            } else if (node.exists()) {
                manifests.add(new KubernetesObject(origin, node));
            }
        }
        return List.copyOf(manifests);
    }

    private static void refuseCircles(String origin, @Nullable Object here, List<Object> above) {
        var inside = here instanceof Map<?, ?> map ? map.values() : here instanceof List<?> list ? list : List.of();
        if (here == null || inside.isEmpty()) {
            return;
        }
        if (above.stream().anyMatch(there -> there == here)) {
            throw new YAMLException(origin + ": an alias leads back to what holds it; write out what is meant");
        }
        above.add(here);
        inside.forEach(content -> refuseCircles(origin, content, above));
        above.removeLast();
    }
}
