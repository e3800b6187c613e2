package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each config map and secret that is named anywhere is there, with the keys that are asked for. */
final class ReferenceRules {

    private static final Set<String> TO_CONFIG_MAPS = Set.of("configMap", "configMapKeyRef", "configMapRef");

    private static final Set<String> TO_SECRETS = Set.of(
            "accessKeyId",
            "passwordSecret",
            "secret",
            "secretAccessKey",
            "secretKeyRef",
            "secretRef",
            "secretTargetRef",
            "usernameSecret");

    private ReferenceRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule(
                        "config-reference",
                        (manifests, findings) -> look(manifests, findings, "ConfigMap", TO_CONFIG_MAPS)),
                new ManifestRule(
                        "secret-reference", (manifests, findings) -> look(manifests, findings, "Secret", TO_SECRETS)));
    }

    private static void look(ManifestSet manifests, FaultCollector findings, String kind, Set<String> fields) {
        for (var manifest : manifests.all()) {
            var references = new ArrayList<YamlNode>();
            collect(manifest.content().value(), fields, references);
            references.stream()
                    .filter(reference -> !name(reference).isEmpty())
                    .flatMap(reference -> missing(manifests, kind, reference).stream())
                    .distinct()
                    .forEach(mend -> findings.add(manifest, mend));
        }
        if (kind.equals("Secret")) {
            for (var keycloak : manifests.all("Keycloak")) {
                var name = keycloak.spec().text("bootstrapAdmin", "user", "secret");
                Stream.of("username", "password")
                        .flatMap(key -> missing(manifests, kind, name, key).stream())
                        .forEach(mend -> findings.add(keycloak, mend));
            }
        }
    }

    private static void collect(@Nullable Object here, Set<String> fields, List<YamlNode> references) {
        if (here instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (fields.contains(String.valueOf(name))) {
                    (value instanceof List<?> list ? list : Collections.singletonList(value))
                            .forEach(reference -> references.add(new YamlNode(reference)));
                }
                collect(value, fields, references);
            });
        } else if (here instanceof List<?> list) {
            list.forEach(item -> collect(item, fields, references));
        }
    }

    private static String name(YamlNode reference) {
        return reference.text("name") + reference.text("secretName");
    }

    private static Optional<String> missing(ManifestSet manifests, String kind, YamlNode reference) {
        var items = reference.items("items");
        var keys = items.isEmpty()
                ? Stream.of(reference.text("key"))
                : items.stream().map(item -> item.text("key"));
        return keys.flatMap(key -> missing(manifests, kind, name(reference), key).stream())
                .findFirst();
    }

    private static Optional<String> missing(ManifestSet manifests, String kind, String name, String key) {
        var keys = keys(manifests, kind, name);
        if (keys.isEmpty()) {
            return Optional.of("there is no %s '%s'".formatted(kind, name));
        }
        return key.isEmpty() || keys.get().contains("*") || keys.get().contains(key)
                ? Optional.empty()
                : Optional.of("%s '%s' has no key '%s'".formatted(kind, name, key));
    }

    /** The keys of a config map or secret, a star for any; of secrets also those that operators will make. */
    static Optional<Set<String>> keys(ManifestSet manifests, String kind, String name) {
        var found = manifests.find(kind, name);
        if (found.isEmpty()) {
            return kind.equals("Secret")
                    ? manifests.all().stream()
                            .map(manifest -> made(manifest, name))
                            .filter(keys -> !keys.isEmpty())
                            .findFirst()
                    : Optional.empty();
        }
        var keys = new HashSet<String>();
        Stream.of("data", "stringData", "binaryData")
                .forEach(place ->
                        keys.addAll(found.get().content().at(place).fields().keySet()));
        return Optional.of(keys);
    }

    private static Set<String> made(KubernetesObject manifest, String name) {
        var spec = manifest.spec();
        return switch (manifest.kind()) {
            case "ExternalSecret" -> spec.text("target", "name").equals(name) ? external(spec) : Set.of();
            case "KafkaUser" ->
                manifest.name().equals(name)
                        ? Set.of("user.crt", "user.key", "user.p12", "user.password", "ca.crt")
                        : Set.of();
            case "Kafka" ->
                name.equals(manifest.name() + "-cluster-ca-cert")
                        ? Set.of("ca.crt", "ca.p12", "ca.password")
                        : Set.of();
            case "Cluster" -> name.equals(manifest.name() + "-ca") ? Set.of("ca.crt") : Set.of();
            case "Certificate" ->
                spec.text("secretName").equals(name) ? Set.of("tls.crt", "tls.key", "ca.crt") : Set.of();
            default -> Set.of();
        };
    }

    private static Set<String> external(YamlNode spec) {
        var keys = new HashSet<String>();
        spec.items("data").forEach(entry -> keys.add(entry.text("secretKey")));
        if (spec.at("dataFrom").exists()) {
            keys.add("*");
        }
        return keys;
    }
}
