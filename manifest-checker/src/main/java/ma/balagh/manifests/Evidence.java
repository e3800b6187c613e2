package ma.balagh.manifests;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What intake keeps evidence in, and the keys that it seals and signs with. */
final class Evidence {

    private static final String STORE = "BALAGH_EVIDENCE_STORE";
    private static final String S3 = "BALAGH_EVIDENCE_S3_";
    private static final String TSA = "BALAGH_CUSTODY_TSA";
    private static final Duration SHORTEST_LOCK = Duration.ofDays(365);
    private static final String KEYS = "BALAGH_SEAL_KEYS_";
    private static final Set<String> STORES = Set.of("", "file", "s3");
    private static final List<String> CREDENTIALS = List.of(S3 + "ACCESS_KEY_ID", S3 + "SECRET_ACCESS_KEY");

    private Evidence() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("evidence-store", Evidence::stores),
                new Rule("evidence-lock", Evidence::locks),
                new Rule("time-stamps", Evidence::timeStamps),
                new Rule("intake-keys", Evidence::keys));
    }

    private static Stream<Instance> keeping(Manifests manifests) {
        return manifests.instances().stream()
                .filter(instance -> instance.application() == Application.INTAKE && !Errands.isMigration(instance));
    }

    private static void stores(Manifests manifests, Findings findings) {
        keeping(manifests).forEach(intake -> {
            var store = intake.value(STORE);
            if (!STORES.contains(store)) {
                findings.add(intake.owner(), "set %s to file or s3, not '%s'".formatted(STORE, store));
            } else if (store.equals("s3")) {
                bucket(intake, findings);
            }
        });
    }

    private static void bucket(Instance intake, Findings findings) {
        var variables = intake.variables();
        var bucket = variables.get(S3 + "BUCKET");
        if (bucket == null || bucket.isEmpty()) {
            findings.add(intake.owner(), "set %sBUCKET to the bucket that evidence lies in".formatted(S3));
        }
        CREDENTIALS.stream()
                .filter(name ->
                        variables.keySet().stream().anyMatch(CREDENTIALS::contains) && !variables.containsKey(name))
                .forEach(name ->
                        findings.add(intake.owner(), "set %s: a key and its secret belong together".formatted(name)));
        var endpoint = intake.value(S3 + "ENDPOINT");
        if (!intake.manifests().isLocal() && !endpoint.isEmpty() && !endpoint.startsWith("https://")) {
            findings.add(intake.owner(), "let %sENDPOINT begin with https, or evidence travels in clear".formatted(S3));
        }
    }

    /** What nobody undoes, whoever has which key. */
    private static void locks(Manifests manifests, Findings findings) {
        keeping(manifests).filter(intake -> !manifests.isLocal()).forEach(intake -> {
            if (!STORES.contains(intake.value(STORE))) {
                return;
            }
            if (!intake.value(STORE).equals("s3")) {
                findings.add(intake.owner(), "set %s to s3: a volume has no object lock".formatted(STORE));
                return;
            }
            if (!intake.value(S3 + "LOCK_REQUIRED").equals("true")) {
                findings.add(
                        intake.owner(), "set %sLOCK_REQUIRED to true, or it starts without object lock".formatted(S3));
            }
            if (manifests.isProduction() && !intake.value(S3 + "LOCK_MODE").equalsIgnoreCase("compliance")) {
                findings.add(
                        intake.owner(), "set %sLOCK_MODE to compliance: others let evidence be deleted".formatted(S3));
            }
            var kept = intake.value(S3 + "LOCK_FOR");
            if (!kept.isEmpty()
                    && Durations.of(kept)
                            .filter(time -> time.compareTo(SHORTEST_LOCK) >= 0)
                            .isEmpty()) {
                findings.add(intake.owner(), "raise %sLOCK_FOR to 365d or more, not '%s'".formatted(S3, kept));
            }
        });
    }

    /** An authority of others says when something was there. */
    private static void timeStamps(Manifests manifests, Findings findings) {
        keeping(manifests)
                .filter(intake -> manifests.isProduction() && !intake.value(TSA).matches("https?://.+"))
                .forEach(intake -> findings.add(
                        intake.owner(),
                        "set %s to the address of an authority outside, or custody is stamped by itself"
                                .formatted(TSA)));
    }

    /** Where a Secret is made by somebody else, it is not known here which keys it has. */
    private static void keys(Manifests manifests, Findings findings) {
        keeping(manifests).forEach(intake -> {
            var names = intake.names();
            if (intake.container().at("envFrom").items().stream()
                    .map(source -> source.at("secretRef", "name").text())
                    .anyMatch(secret -> !secret.isEmpty()
                            && manifests.find("Secret", secret).isEmpty())) {
                return;
            }
            var current = intake.value("BALAGH_SEAL_CURRENT");
            var key = KEYS + current.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            for (var needed : List.of(key, "BALAGH_CUSTODY_SIGNING_KEY")) {
                if (!names.contains(needed)) {
                    findings.add(intake.owner(), "give it %s, by envFrom of Secret intake-keys".formatted(needed));
                }
            }
        });
    }
}
