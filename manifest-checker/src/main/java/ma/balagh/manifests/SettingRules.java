package ma.balagh.manifests;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Variables are settings that the application has, and those are set whose defaults are for the suite on a laptop. */
final class SettingRules {

    private SettingRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("setting-unknown", SettingRules::unknown),
                new ManifestRule("intake-keys", SettingRules::keys));
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

    private static Stream<ApplicationInstance> intake(ManifestSet manifests) {
        return manifests.instances().stream()
                .filter(instance ->
                        instance.application() == DeployedApplication.INTAKE && !JobRules.isMigration(instance));
    }

    /** Where a Secret is made by somebody else, it is not known here which keys it has. */
    private static void keys(ManifestSet manifests, FaultCollector findings) {
        intake(manifests).forEach(intake -> {
            var current = intake.value("BALAGH_SEAL_CURRENT")
                    .replaceAll("[^A-Za-z0-9]", "_")
                    .toUpperCase(Locale.ROOT);
            var secrets = intake.container().items("envFrom").stream()
                    .map(source -> source.text("secretRef", "name"))
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (secrets.isEmpty() || manifests.isLocal()) {
                Stream.of("BALAGH_SEAL_KEYS_" + current, "BALAGH_CUSTODY_SIGNING_KEY")
                        .filter(needed -> !intake.names().contains(needed))
                        .forEach(needed ->
                                findings.add(intake.owner(), "give it %s, by envFrom of Secret intake-keys", needed));
            }
        });
    }
}
