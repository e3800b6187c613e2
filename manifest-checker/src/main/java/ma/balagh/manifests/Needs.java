package ma.balagh.manifests;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What each application has to be told, since its defaults are those of the suite on a laptop. */
final class Needs {

    private static final List<String> DATABASE =
            List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

    private static final Set<String> WITH_PASSWORD = Set.of("PKCS12", "JKS");

    private Needs() {}

    static List<Rule> rules() {
        return List.of(new Rule("env-missing", Needs::missing));
    }

    private static void missing(Manifests manifests, Findings findings) {
        manifests
                .instances()
                .forEach(instance -> needed(instance).forEach(needed -> missing(instance, needed, findings)));
    }

    private static void missing(Instance instance, String needed, Findings findings) {
        var variable = instance.variable(needed);
        if (variable.isEmpty()) {
            findings.add(instance.owner(), "set %s: its default is for the suite on a laptop".formatted(needed));
        } else if (variable.get().isEmpty()) {
            findings.add(variable.get().giver(instance.pod()), "give %s a value: it is empty".formatted(needed));
        }
    }

    private static Set<String> needed(Instance instance) {
        if (Errands.isMigration(instance)) {
            return new LinkedHashSet<>(DATABASE);
        }
        var needed = new LinkedHashSet<>(List.of("BALAGH_OIDC_URL"));
        if (instance.application().hasDatabase()) {
            needed.addAll(DATABASE);
            needed.add("KAFKA_BOOTSTRAP_SERVERS");
            needed.addAll(stores(instance));
        }
        needed.addAll(
                switch (instance.application()) {
                    case INTAKE -> List.of("BALAGH_EVIDENCE_DIRECTORY", "BALAGH_SEAL_CURRENT");
                    case ANALYSIS -> List.of("BALAGH_INTAKE_URL", "BALAGH_OIDC_CLIENT_SECRET");
                    case DISPATCH -> List.of();
                    case PORTAL ->
                        List.of(
                                "BALAGH_INTAKE_URL",
                                "BALAGH_ANALYSIS_URL",
                                "BALAGH_DISPATCH_URL",
                                "BALAGH_OIDC_CLIENT_SECRET");
                });
        return needed;
    }

    /** A store of keys that is closed by a password needs it, where Kafka is spoken to. */
    private static List<String> stores(Instance instance) {
        return (instance.isServing() || Errands.isReplay(instance))
                        && WITH_PASSWORD.contains(instance.value("KAFKA_SSL_KEYSTORE_TYPE"))
                ? List.of("KAFKA_SSL_KEYSTORE_PASSWORD")
                : List.of();
    }
}
