package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Variables are settings that the application has, and those are set whose defaults are for the suite on a laptop. */
final class SettingRules {

    private static final String AUDIT_KEY = "BALAGH_AUDIT_SIGNING_KEY";

    /** What each signs with. */
    private static final Map<DeployedApplication, List<String>> SIGNING_KEYS = Map.of(
            DeployedApplication.INTAKE, List.of(AUDIT_KEY, "BALAGH_CUSTODY_SIGNING_KEY"),
            DeployedApplication.ANALYSIS, List.of(AUDIT_KEY),
            DeployedApplication.DISPATCH, List.of(AUDIT_KEY, "BALAGH_REFERRAL_SIGNING_KEY"));

    private SettingRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("setting-unknown", SettingRules::unknown),
                new ManifestRule("service-keys", SettingRules::keys));
    }

    private static void unknown(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            instance.names().stream()
                    .filter(name -> !manifests.settings().knows(instance.application(), name))
                    .forEach(name -> findings.add(
                            instance.owner(),
                            "%s has no setting %s; look for the name in its application.properties",
                            instance.application().module(),
                            name));
        }
    }

    /** Where a Secret is made by somebody else, it is not known here which keys it has. */
    private static void keys(ManifestSet manifests, FaultCollector findings) {
        manifests.instances().stream()
                .filter(instance -> !JobRules.isMigration(instance))
                .forEach(instance -> {
                    var signing = SIGNING_KEYS.get(instance.application());
                    if (signing != null && (hasNoSecrets(instance) || manifests.isLocal())) {
                        Stream.concat(sealingKeys(instance), signing.stream())
                                .filter(needed -> !instance.names().contains(needed))
                                .forEach(needed -> findings.add(
                                        instance.owner(),
                                        "give it %s, by envFrom of Secret %s-keys",
                                        needed,
                                        instance.application().account()));
                    }
                });
    }

    /** Intake and dispatch seal. */
    private static Stream<String> sealingKeys(ApplicationInstance instance) {
        return instance.application() == DeployedApplication.ANALYSIS
                ? Stream.empty()
                : Stream.of("BALAGH_SEAL_KEYS_" + currentKey(instance));
    }

    private static String currentKey(ApplicationInstance instance) {
        return instance.value("BALAGH_SEAL_CURRENT")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean hasNoSecrets(ApplicationInstance instance) {
        return instance.container().items("envFrom").stream()
                .allMatch(source -> source.text("secretRef", "name").isEmpty());
    }
}
