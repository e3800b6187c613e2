package ma.balagh.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that come from elsewhere: from one place, by a name, and again when they change. */
final class ExternalSecrets {

    private static final Pattern DURATION = Pattern.compile("0|(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h))+");

    /** Where somebody else has to make the Secret. */
    private static final Set<String> UNMADE = Set.of("None", "Merge");

    private ExternalSecrets() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("external-store", ExternalSecrets::stores),
                new Rule("external-secret", ExternalSecrets::secrets),
                new Rule("external-origin", ExternalSecrets::origins));
    }

    private static String store(Manifest secret) {
        var store = secret.spec().at("secretStoreRef");
        var kind = store.at("kind").exists() ? store.at("kind").text() : "SecretStore";
        return kind + "/" + store.at("name").text();
    }

    /** One place holds all; a single secret from another is a slip. */
    private static void stores(Manifests manifests, Findings findings) {
        Map<String, Integer> used = new HashMap<>();
        manifests.of("ExternalSecret").forEach(secret -> used.merge(store(secret), 1, Integer::sum));
        manifests.of("ExternalSecret").forEach(secret -> {
            if (secret.spec().at("secretStoreRef", "name").text().isEmpty()) {
                findings.add(secret, "say under secretStoreRef which store it comes from");
                return;
            }
            used.entrySet().stream()
                    .filter(other -> used.getOrDefault(store(secret), 0) == 1 && other.getValue() > 1)
                    .forEach(other -> findings.add(
                            secret,
                            "it comes from %s, others from %s; take one".formatted(store(secret), other.getKey())));
        });
    }

    private static void secrets(Manifests manifests, Findings findings) {
        manifests.of("ExternalSecret").forEach(secret -> {
            for (var entry : secret.spec().at("data").items()) {
                if (!entry.at("sourceRef").exists()
                        && entry.at("remoteRef", "key").text().isEmpty()) {
                    findings.add(
                            secret,
                            "say under remoteRef.key what %s comes from"
                                    .formatted(entry.at("secretKey").text()));
                }
            }
            for (var source : secret.spec().at("dataFrom").items()) {
                if (source.at("extract").exists()
                        && source.at("extract", "key").text().isEmpty()) {
                    findings.add(secret, "say under dataFrom.extract.key what it comes from");
                }
            }
            var interval = secret.spec().at("refreshInterval");
            if (interval.exists() && !DURATION.matcher(interval.text()).matches()) {
                findings.add(secret, "its refreshInterval is '%s'; write a duration as 1h".formatted(interval.text()));
            }
        });
    }

    /** Each is made, and from what is its own. */
    private static void origins(Manifests manifests, Findings findings) {
        manifests.of("ExternalSecret").forEach(secret -> {
            var policy = secret.spec().at("target", "creationPolicy").text();
            if (UNMADE.contains(policy)
                    && manifests.find("Secret", target(secret)).isEmpty()) {
                findings.add(
                        secret,
                        "set target.creationPolicy to Owner, not %s: nobody else makes the Secret".formatted(policy));
            }
            var entries = secret.spec().at("data").items();
            Stream.concat(
                            entries.stream().map(entry -> entry.at("remoteRef", "key")),
                            secret.spec().at("dataFrom").items().stream().map(source -> source.at("extract", "key")))
                    .map(key -> key.text().replaceFirst(".*/", ""))
                    .filter(name -> !name.equals(target(secret)) && isAnothers(manifests, name))
                    .forEach(name -> findings.add(
                            secret, "let remoteRef.key end in %s: %s is another's".formatted(target(secret), name)));
            for (var entry : entries) {
                var key = entry.at("secretKey").text();
                var property = entry.at("remoteRef", "property").text();
                if (!property.equals(key)
                        && entries.stream()
                                .anyMatch(other -> other.at("secretKey").is(property))) {
                    findings.add(secret, "let remoteRef.property of %s be %s, not %s".formatted(key, key, property));
                }
            }
        });
    }

    private static boolean isAnothers(Manifests manifests, String name) {
        return manifests.of("ExternalSecret").anyMatch(other -> target(other).equals(name));
    }

    /** The name of the Secret that it makes. */
    private static String target(Manifest secret) {
        var name = secret.spec().at("target", "name");
        return name.exists() ? name.text() : secret.name();
    }
}
