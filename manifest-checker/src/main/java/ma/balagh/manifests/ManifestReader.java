package ma.balagh.manifests;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads streams of YAML documents as an API server does: a key that stands twice is an error. */
final class ManifestReader {

    private ManifestReader() {}

    /** @throws org.yaml.snakeyaml.error.YAMLException for what is no YAML */
    static List<Manifest> read(String origin, Reader reader) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(32 * 1024 * 1024);
        var manifests = new ArrayList<Manifest>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(reader)) {
            var node = new Node(document);
            if (node.at("kind").text().equals("List")) {
                node.at("items").items().forEach(item -> manifests.add(new Manifest(origin, item)));
            } else if (node.exists()) {
                manifests.add(new Manifest(origin, node));
            }
        }
        return List.copyOf(manifests);
    }
}
