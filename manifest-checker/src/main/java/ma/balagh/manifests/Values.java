package ma.balagh.manifests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings whose value has to fit something else. */
final class Values {

    private static final String RATIO = "BALAGH_TRACES_RATIO";
    private static final String RELOAD = "QUARKUS_TLS_PODS_RELOAD_PERIOD";
    private static final Duration LONGEST_RELOAD = Duration.ofDays(1);

    /** What a file of keys is, by the end of its name. */
    private static final Map<String, String> TYPES = Map.of("crt", "PEM", "pem", "PEM", "p12", "PKCS12", "jks", "JKS");

    private Values() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("traces-ratio", Values::ratios),
                new Rule("store-type", Values::stores),
                new Rule("tls-reload", Values::reloads));
    }

    private static void ratios(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            var ratio = instance.value(RATIO);
            if (!ratio.isEmpty() && !ratio.matches("0(\\.\\d+)?|1(\\.0+)?")) {
                findings.add(instance.owner(), "set %s between 0 and 1, not '%s'".formatted(RATIO, ratio));
            }
        }
    }

    private static void stores(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            for (var store : List.of("KAFKA_SSL_KEYSTORE_", "KAFKA_SSL_TRUSTSTORE_")) {
                var file = instance.value(store + "LOCATION");
                var type = TYPES.getOrDefault(file.replaceFirst(".*\\.", ""), "");
                var said = instance.value(store + "TYPE");
                if (!type.isEmpty() && !type.equals(said.isEmpty() ? "JKS" : said)) {
                    findings.add(
                            instance.owner(),
                            "set %sTYPE to %s, which %s is, not '%s'".formatted(store, type, file, said));
                }
            }
        }
    }

    private static void reloads(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            if (Certificates.isEncrypted(manifests, instance.container())
                    && Durations.of(instance.value(RELOAD))
                            .filter(period -> period.compareTo(LONGEST_RELOAD) <= 0)
                            .isEmpty()) {
                findings.add(
                        instance.owner(), "set %s to 1h, or it shows a certificate that has run out".formatted(RELOAD));
            }
        }
    }
}
