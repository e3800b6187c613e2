package ma.balagh.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads environment variables of containers: each once, with a value, and known to the application. */
final class EnvironmentReader {

    private EnvironmentReader() {}

    /** The literal value of a variable of a container, empty without. */
    static String value(YamlNode container, String name) {
        return container.items("env").stream()
                .filter(entry -> entry.text("name").equals(name))
                .map(entry -> entry.text("value"))
                .findFirst()
                .orElse("");
    }

    /** The same, also where a ConfigMap gives it. */
    static String value(ManifestSet manifests, YamlNode container, String name) {
        return variable(manifests, container, name)
                .map(variable -> variable.value().text())
                .orElse("");
    }

    static Optional<EnvironmentVariable> variable(ManifestSet manifests, YamlNode container, String name) {
        return Optional.ofNullable(variables(manifests, container).get(name));
    }

    /** As the container has them in the end: of two sources the later wins, and its own entries over all. */
    static Map<String, EnvironmentVariable> variables(ManifestSet manifests, YamlNode container) {
        return manifests.variables(container, unread -> read(manifests, unread));
    }

    private static Map<String, EnvironmentVariable> read(ManifestSet manifests, YamlNode container) {
        var variables = new LinkedHashMap<String, EnvironmentVariable>();
        Stream.concat(
                        container.items("envFrom").stream().flatMap(source -> given(manifests, source)),
                        container.items("env").stream().map(entry -> own(manifests, entry)))
                .forEach(variable -> variables.put(variable.name(), variable));
        return variables;
    }

    private static Stream<EnvironmentVariable> given(ManifestSet manifests, YamlNode source) {
        return Stream.concat(
                contents(manifests, "ConfigMap", source.at("configMapRef"), "data"),
                contents(manifests, "Secret", source.at("secretRef"), "stringData"));
    }

    private static Stream<EnvironmentVariable> contents(
            ManifestSet manifests, String kind, YamlNode reference, String place) {
        return manifests.find(kind, reference.text("name")).stream()
                .flatMap(giver -> giver.content().at(place).texts().entrySet().stream()
                        .map(entry -> new EnvironmentVariable(
                                Optional.of(giver), entry.getKey(), new YamlNode(entry.getValue()))));
    }

    private static EnvironmentVariable own(ManifestSet manifests, YamlNode entry) {
        var name = entry.text("name");
        var key = entry.at("valueFrom", "configMapKeyRef");
        if (key.exists()) {
            return contents(manifests, "ConfigMap", key, "data")
                    .filter(content -> key.at("key").is(content.name()))
                    .map(content -> new EnvironmentVariable(content.source(), name, content.value()))
                    .findFirst()
                    .orElse(new EnvironmentVariable(Optional.empty(), name, new YamlNode(null)));
        }
        return new EnvironmentVariable(
                Optional.empty(),
                name,
                entry.at("valueFrom").exists() ? new YamlNode(null) : new YamlNode(entry.text("value")));
    }

    /** The names that a container's variables have, of those that manifests give. */
    static Set<String> names(ManifestSet manifests, YamlNode container) {
        return variables(manifests, container).keySet();
    }
}
