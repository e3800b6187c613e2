package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret stands in a manifest, but the published ones of the small cluster. */
final class Secrets {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(^|.*_)(PASSWORD|PASSWD|SECRET|TOKEN|SIGNING_KEY|REPORTER_KEY|ACCESS_KEY|ACCESS_KEY_ID|PRIVATE_KEY|CREDENTIALS)$|BALAGH_SEAL_KEYS_.*");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@|[?&]password=[^&\\s]+");
    private static final Pattern IN_ARGUMENT = Pattern.compile("(?i)(password|secret|token)=[^$\\s]+");
    private static final String PUBLISHED = "-local";

    private Secrets() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("secret-literal", Secrets::literals),
                new Rule("secret-in-manifest", Secrets::inManifests),
                new Rule("published-secret", Secrets::published));
    }

    private static boolean isSecret(String name, String value) {
        return !value.isEmpty()
                        && SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
                || IN_ADDRESS.matcher(value).find();
    }

    private static void literals(Manifests manifests, Findings findings) {
        manifests
                .of("ConfigMap")
                .forEach(config -> config.content().at("data").texts().forEach((name, value) -> {
                    if (name.matches("[A-Z0-9_]+") && isSecret(name, value)) {
                        findings.add(config, "%s is a secret; move it to a Secret".formatted(name));
                    }
                }));
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var argument : arguments(container)) {
                    if (IN_ARGUMENT.matcher(argument.text()).find()) {
                        findings.add(pod.owner(), "an argument holds a secret; take it from the environment");
                    }
                }
                for (var entry : container.at("env").items()) {
                    var name = entry.at("name").text();
                    if (isSecret(name, entry.at("value").text())) {
                        findings.add(pod.owner(), "%s is a literal; refer to a Secret by secretKeyRef".formatted(name));
                    }
                }
            }
        }
    }

    private static List<Node> arguments(Node container) {
        return Stream.of("command", "args")
                .flatMap(field -> container.at(field).items().stream())
                .toList();
    }

    private static void inManifests(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        manifests.of("Secret").forEach(secret -> {
            if (secret.content().at("data").exists()
                    || secret.content().at("stringData").exists()) {
                findings.add(secret, "its contents stand in the manifest; let an ExternalSecret make it");
            }
        });
    }

    private static void published(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        for (var manifest : manifests.all()) {
            for (var place : List.of("data", "stringData")) {
                manifest.content().at(place).texts().forEach((name, value) -> {
                    if (value.endsWith(PUBLISHED)) {
                        findings.add(manifest, "%s is a published secret of the local platform".formatted(name));
                    }
                });
            }
        }
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                for (var entry : container.at("env").items()) {
                    if (entry.at("value").text().endsWith(PUBLISHED)) {
                        findings.add(
                                pod.owner(),
                                "%s is a published secret of the local platform"
                                        .formatted(entry.at("name").text()));
                    }
                }
            }
        }
    }
}
