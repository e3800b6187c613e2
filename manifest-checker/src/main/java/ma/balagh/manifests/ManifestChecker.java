package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Applies every rule and collects the faults. */
final class ManifestChecker {

    private static final List<ManifestRule> RULES = Stream.of(
                    SchemaRules.rules(),
                    WorkloadRules.rules(),
                    LifecycleRules.rules(),
                    ScalingRules.rules(),
                    ReferenceRules.rules(),
                    VolumeRules.rules(),
                    ServiceRules.rules(),
                    IngressRules.rules(),
                    TlsRules.rules(),
                    NetworkPolicyRules.rules(),
                    NetworkPeerRules.rules(),
                    JobRules.rules(),
                    SettingRules.rules(),
                    AddressRules.rules(),
                    SecretRules.rules(),
                    KafkaRules.rules(),
                    DatabaseRules.rules(),
                    RealmRules.rules(),
                    ObservabilityRules.rules())
            .flatMap(List::stream)
            .toList();

    private ManifestChecker() {}

    static List<ManifestRule> rules() {
        return RULES;
    }

    static List<ManifestFault> check(ManifestSet manifests) {
        return check(RULES, manifests);
    }

    static List<ManifestFault> check(List<ManifestRule> rules, ManifestSet manifests) {
        var faults = new ArrayList<ManifestFault>();
        for (ManifestRule rule : rules) {
            try {
                rule.check()
                        .look(
                                manifests,
                                (manifest, mend) -> faults.add(new ManifestFault(rule.name(), manifest, mend)));
            } catch (RuntimeException | StackOverflowError e) {
                faults.add(new ManifestFault(
                        rule.name(),
                        stumblingBlock(rule, manifests),
                        "rule %s cannot read this: %s".formatted(rule.name(), e)));
            }
        }
        return faults.stream().distinct().toList();
    }

    /** The object that a rule cannot read alone, either; the first one where it takes several. */
    private static KubernetesObject stumblingBlock(ManifestRule rule, ManifestSet manifests) {
        return manifests.all().stream()
                .filter(manifest -> !canRead(rule, new ManifestSet(List.of(manifest), manifests.settings())))
                .findFirst()
                .orElseGet(() -> manifests.all().getFirst());
    }

    private static boolean canRead(ManifestRule rule, ManifestSet manifests) {
        try {
            rule.check().look(manifests, (manifest, mend) -> {});
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
