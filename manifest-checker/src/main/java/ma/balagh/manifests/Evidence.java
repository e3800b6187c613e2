package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What intake keeps evidence in, and the keys that it seals and signs with. */
final class Evidence {

    private static final String STORE = "BALAGH_EVIDENCE_STORE";
    private static final String S3 = "BALAGH_EVIDENCE_S3_";
    private static final String KEYS = "BALAGH_SEAL_KEYS_";
    private static final Set<String> STORES = Set.of("", "file", "s3");
    private static final List<String> CREDENTIALS = List.of(S3 + "ACCESS_KEY_ID", S3 + "SECRET_ACCESS_KEY");

    private Evidence() {}

    static List<Rule> rules() {
        return List.of(new Rule("evidence-store", Evidence::stores), new Rule("intake-keys", Evidence::keys));
    }

    private static void each(Manifests manifests, Look look) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                if (Application.of(container).stream().anyMatch(Application.INTAKE::equals)
                        && !Errands.isMigration(pod, container)) {
                    look.at(pod, container);
                }
            }
        }
    }

    private static void stores(Manifests manifests, Findings findings) {
        each(manifests, (pod, container) -> {
            var store = Environment.value(manifests, container, STORE);
            if (!STORES.contains(store)) {
                findings.add(pod.owner(), "set %s to file or s3, not '%s'".formatted(STORE, store));
            } else if (store.equals("s3")) {
                bucket(manifests, pod, container, findings);
            }
        });
    }

    private static void bucket(Manifests manifests, Pod pod, Node container, Findings findings) {
        var variables = Environment.variables(manifests, container);
        var bucket = variables.get(S3 + "BUCKET");
        if (bucket == null || bucket.isEmpty()) {
            findings.add(pod.owner(), "set %sBUCKET to the bucket that evidence lies in".formatted(S3));
        }
        CREDENTIALS.stream()
                .filter(name ->
                        variables.keySet().stream().anyMatch(CREDENTIALS::contains) && !variables.containsKey(name))
                .forEach(name ->
                        findings.add(pod.owner(), "set %s: a key and its secret belong together".formatted(name)));
        var endpoint = Environment.value(manifests, container, S3 + "ENDPOINT");
        if (!manifests.isLocal() && !endpoint.isEmpty() && !endpoint.startsWith("https://")) {
            findings.add(pod.owner(), "let %sENDPOINT begin with https, or evidence travels in clear".formatted(S3));
        }
    }

    /** Where a Secret is made by somebody else, it is not known here which keys it has. */
    private static void keys(Manifests manifests, Findings findings) {
        each(manifests, (pod, container) -> {
            var names = Environment.names(manifests, container);
            if (container.at("envFrom").items().stream()
                    .map(source -> source.at("secretRef", "name").text())
                    .anyMatch(secret -> !secret.isEmpty()
                            && manifests.find("Secret", secret).isEmpty())) {
                return;
            }
            var current = Environment.value(manifests, container, "BALAGH_SEAL_CURRENT");
            var key = KEYS + current.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            for (var needed : List.of(key, "BALAGH_CUSTODY_SIGNING_KEY")) {
                if (!names.contains(needed)) {
                    findings.add(pod.owner(), "give it %s, by envFrom of Secret intake-keys".formatted(needed));
                }
            }
        });
    }

    private interface Look {
        void at(Pod pod, Node container);
    }
}
